import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyError } from './parse-keys.ts'
import { createSubjectPseudonym } from './subject-pseudonym.ts'

const key = 'the key of all the services of acme'
const pseudonymOf = createSubjectPseudonym(key)

describe('createSubjectPseudonym', () => {
  it('names a person by 22 characters that stay the same from process to process', () => {
    const ada = { tenant: 'acme', subject: 'ada' }
    expect(pseudonymOf(ada)).toMatch(/^[\w-]{22}$/u)
    expect(createSubjectPseudonym(key)(ada)).toBe(pseudonymOf(ada))
    // what is written in a ledger today must be found tomorrow
    expect(pseudonymOf(ada)).toBe('vc12aBSnUKypfW9IQmZipg')
  })

  it('gives different names to different people, whatever characters their ids and tenants hold', () => {
    const person = fc.record({ tenant: fc.string(), subject: fc.string() })
    fc.assert(
      fc.property(person, person, (one, other) => {
        const same = one.tenant === other.tenant && one.subject === other.subject
        expect(pseudonymOf(one) === pseudonymOf(other)).toBe(same)
      }),
    )
    expect(pseudonymOf({ tenant: 'a', subject: 'bc' })).not.toBe(pseudonymOf({ tenant: 'ab', subject: 'c' }))
  })

  it('takes no tenant and an empty one for the same, as the ledger does', () => {
    expect(pseudonymOf({ subject: 'ada' })).toBe(pseudonymOf({ tenant: '', subject: 'ada' }))
  })

  it('takes two spellings of the same letters for the same', () => {
    expect(pseudonymOf({ subject: 'zo\u00eb' })).toBe(pseudonymOf({ subject: 'zoe\u0308' }))
  })

  it('keeps a name that it gave, whatever the session', () => {
    const name = pseudonymOf({ tenant: 'acme', subject: 'ada', session: 's-1' })
    expect(name).toBe(pseudonymOf({ tenant: 'acme', subject: 'ada' }))
    expect(pseudonymOf({ tenant: 'acme', subject: name, pseudonymous: true })).toBe(name)
  })

  it('gives other names under another key, and the same ones after a rotation that keeps the old key', () => {
    const other = createSubjectPseudonym('another key: just as long as that one')
    const rotated = createSubjectPseudonym(`another key: just as long as that one,${key}`)
    expect(other({ subject: 'ada' })).not.toBe(pseudonymOf({ subject: 'ada' }))
    expect(rotated({ subject: 'ada' })).toBe(pseudonymOf({ subject: 'ada' }))
  })

  it('gives the same names however many it has given', () => {
    const first = pseudonymOf({ subject: 'first' })
    for (let index = 0; index < 10_050; index++) pseudonymOf({ subject: `u-${index}` })
    expect(pseudonymOf({ subject: 'first' })).toBe(first)
    const long = { subject: 'x'.repeat(1_000) }
    expect(pseudonymOf(long)).toBe(pseudonymOf(long))
  })

  it('refuses a key that is too short', () => {
    expect(() => createSubjectPseudonym('short')).toThrow(KeyError)
  })
})
