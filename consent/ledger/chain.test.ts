import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainHash, type EntryFacts, entryText, genesisHash, parseEntryText } from './chain.ts'
import { consentActors, consentEvents, consentMethods } from './consent-entry.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const time = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const entry: fc.Arbitrary<EntryFacts> = fc.record(
  {
    tenant: text,
    seq: fc.nat(),
    id: text,
    subject: text,
    event: fc.constantFrom(...consentEvents),
    purpose: text,
    recipient: text,
    at: time,
    recordedAt: time,
    claimedAt: time,
    expiresAt: time,
    method: fc.constantFrom(...consentMethods),
    actor: fc.constantFrom(...consentActors),
    policyVersion: text,
    termsHash: text,
    jurisdiction: text,
    notice: fc.record({ textHash: text, language: text, layout: text }, { requiredKeys: ['textHash', 'language'] }),
    evidence: text,
  },
  {
    requiredKeys: [
      ...(['tenant', 'seq', 'id', 'subject', 'event', 'purpose', 'at', 'recordedAt'] as const),
      ...(['method', 'actor', 'policyVersion', 'termsHash'] as const),
    ],
  },
)

describe('the text of an entry', () => {
  it('says all of it', () => {
    fc.assert(
      fc.property(entry, (facts) => {
        expect(parseEntryText(entryText(facts))).toEqual(facts)
      }),
    )
  })

  it('is another one for another entry', () => {
    fc.assert(
      fc.property(entry, entry, (a, b) => {
        const isSame = JSON.stringify(parseEntryText(entryText(a))) === JSON.stringify(parseEntryText(entryText(b)))
        expect(entryText(a) === entryText(b)).toBe(isSame)
      }),
    )
  })

  it.each(['', '{}', '[]', '[1]', '[2,"a"]', 'null'])('is not %j', (nonsense) => {
    expect(() => parseEntryText(nonsense)).toThrow()
  })
})

describe('the hash of an entry', () => {
  // made with: printf '%s\n%s' "$(printf '0%.0s' $(seq 43))" 'x' | openssl dgst -sha256 -binary | basenc --base64url
  it('is SHA-256 of the hash before, a line feed and the text', () => {
    expect(chainHash(genesisHash, 'x')).toBe('DRaSB838Cdys24lwExJ6J32ZMYRwHiHYCX78qBoEMOg')
  })

  it('changes with the entry before', () => {
    expect(chainHash('a', 'x')).not.toBe(chainHash('b', 'x'))
  })
})
