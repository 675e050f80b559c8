import fc from 'fast-check'
import { expect, it } from 'vitest'
import { subjectKey } from './subject-key.ts'

it('subjectKey gives two subjects the same string only if they are the same', () => {
  const text = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('', '1', '1:', ':', 's1:a', 'p:'))
  const subject = fc.record(
    { tenant: text, subject: text, pseudonymous: fc.constant(true as const) },
    { requiredKeys: ['subject'] },
  )
  fc.assert(
    fc.property(subject, subject, (one, other) => {
      const same =
        one.tenant === other.tenant && one.subject === other.subject && one.pseudonymous === other.pseudonymous
      expect(subjectKey(one) === subjectKey(other)).toBe(same)
    }),
    { numRuns: 2_000 },
  )
})

it('subjectKey takes the visits of one person for one subject', () => {
  expect(subjectKey({ subject: 'ada', session: 'a' })).toBe(subjectKey({ subject: 'ada', session: 'b' }))
})
