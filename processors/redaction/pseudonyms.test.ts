import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPseudonyms } from './pseudonyms.ts'

const key = 'a secret of at least thirty-two characters'
const otherKey = 'another secret of at least thirty-two characters'

describe('createPseudonyms', () => {
  const pseudonyms = createPseudonyms({ key })
  const { pseudonym, hash } = pseudonyms

  it('makes the same pseudonym of the same value, in every process with the key', () => {
    const made = pseudonym('company_context', 'acme', 'subject', 'u-1')
    expect(made).toMatch(/^ps1_[0-9a-f]{10}_[\w-]{22}$/u)
    expect(createPseudonyms({ key }).pseudonym('company_context', 'acme', 'subject', 'u-1')).toBe(made)
  })

  it('stays what it was when the code changes', () => {
    expect(
      createPseudonyms({ key: `k1:${'00112233445566778899aabbccddeeff'.repeat(2)}` }).pseudonym('f', 't', 's', 'v'),
    ).toMatchInlineSnapshot(`"ps1_k1_H3woL-fU3LBlf7X2d6Bxgg"`)
  })

  it('makes another one for another flow, tenant, type, value, key and kind', () => {
    const all = [
      pseudonym('a', 't', 's', 'v'),
      pseudonym('b', 't', 's', 'v'),
      pseudonym('a', 'u', 's', 'v'),
      pseudonym('a', undefined, 's', 'v'),
      pseudonym('a', '', 's', 'v'),
      pseudonym('a', 't', 'r', 'v'),
      pseudonym('a', 't', 's', 'w'),
      hash('a', 't', 's', 'v'),
      createPseudonyms({ key: otherKey }).pseudonym('a', 't', 's', 'v'),
    ].map((token) => token.split('_').slice(2).join('_'))
    expect(new Set(all).size).toBe(all.length)
  })

  it('keeps the parts of what it is made from apart', () => {
    const part = fc.string({ maxLength: 6 })
    const parts = fc.tuple(part, fc.option(part, { nil: undefined }), part, part)
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same =
          JSON.stringify([a[0], a[1] ?? null, a[2], a[3].normalize('NFC')]) ===
          JSON.stringify([b[0], b[1] ?? null, b[2], b[3].normalize('NFC')])
        expect(pseudonym(...a) === pseudonym(...b)).toBe(same)
      }),
    )
  })

  it('takes two spellings of the same letters for one', () => {
    expect(pseudonym('a', 't', 's', 'Zoe\u0308')).toBe(pseudonym('a', 't', 's', 'Zo\u00eb'))
  })

  it('says under which key a pseudonym was made', () => {
    const hex = '00112233445566778899aabbccddeeff'.repeat(2)
    expect(createPseudonyms({ key: `new:${hex},old:${hex}` }).pseudonym('a', 't', 's', 'v')).toMatch(/^ps1_new_/u)
  })

  it('takes tenants, types and values of any length', () => {
    const long = 'x'.repeat(10_000)
    expect(pseudonym('a', long, long, long)).toMatch(/^ps1_/u)
    expect(pseudonym('a', long, 's', 'v')).not.toBe(pseudonym('a', `${long}x`, 's', 'v'))
  })

  it('gives the same past the limits of its caches', () => {
    const first = pseudonym('a', 't', 's', 'v')
    for (let index = 0; index <= 10_000; index++) pseudonym('a', 't', 's', String(index))
    for (let index = 0; index <= 1_000; index++) pseudonym('a', String(index), 's', 'v')
    expect(pseudonym('a', 't', 's', 'v')).toBe(first)
  })
})

describe('ids', () => {
  const { id } = createPseudonyms({ key })

  it.each(['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7', '0'.repeat(16)])(
    'replace %s by another of the same length',
    (hexId) => {
      const other = id('a', hexId)
      expect(other).toMatch(new RegExp(`^[0-9a-f]{${hexId.length}}$`, 'u'))
      expect(other).not.toBe(hexId)
      expect(id('a', hexId)).toBe(other)
      expect(id('a', hexId.toUpperCase())).toBe(other)
    },
  )

  it('differ from flow to flow, and stay apart', () => {
    expect(id('a', '00f067aa0ba902b7')).not.toBe(id('b', '00f067aa0ba902b7'))
    const ids = Array.from({ length: 5_000 }, (_, index) => id('a', index.toString(16).padStart(16, '0')))
    expect(new Set(ids).size).toBe(5_000)
  })

  it('are never all zero, however short', () => {
    for (let index = 0; index < 2_000; index++) expect(id(`flow${index}`, '0')).not.toBe('0')
  })

  it('have at most 64 digits', () => {
    expect(id('a', 'f'.repeat(64))).toHaveLength(64)
    expect(() => id('a', 'f'.repeat(65))).toThrow(RangeError)
  })
})

describe('without a usable key', () => {
  it('makes a random one for each instance, and warns', () => {
    const [a, b] = [createPseudonyms({}), createPseudonyms({ key: '' })]
    expect(a.pseudonym('a', 't', 's', 'v')).not.toBe(b.pseudonym('a', 't', 's', 'v'))
    expect(a.id('a', '00f067aa0ba902b7')).not.toBe(b.id('a', '00f067aa0ba902b7'))
    for (const { warning } of [a, b]) expect(warning).toMatch(/PRIVITY_KEY is not set/u)
  })

  it('says why a key is not used, without the key', () => {
    const { warning, pseudonym } = createPseudonyms({ key: 'too short' })
    expect(warning).toMatch(/PRIVITY_KEY.*too_short.*32 bytes.*random key/u)
    expect(warning).not.toContain('too short')
    expect(pseudonym('a', 't', 's', 'v')).toMatch(/^ps1_/u)
  })

  it('does not warn with one', () => {
    expect(createPseudonyms({ key }).warning).toBeUndefined()
  })
})
