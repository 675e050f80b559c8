import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { decodeGpp } from './decode-gpp.ts'
import { tcString } from './tcf-fixture.ts'

const now = Date.UTC(2026, 10, 23, 12)
const policy = parsePolicy({
  consent: {
    signals: {
      tcf: { purposes: { personalization: [1] }, vendor: 7 },
      gpp: {
        purposes: {
          model_training: ['SaleOptOut'],
          resource_generation: ['SharingOptOut', 'TargetedAdvertisingOptOut'],
        },
      },
      gpc: { denies: ['cross_company_insights'] },
    },
  },
})
const mapped = ['personalization', 'model_training', 'resource_generation', 'cross_company_insights']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~ =+/é\u0000']
const tc = tcString({ consents: [1, 2], vendors: [7], disclosed: [7] })
const whole = `DBACMMA~${tc}~CVVVkkkkkpFY.YA`

async function settle(input: unknown): Promise<void> {
  const { changes, signals, problems } = await decodeGpp(input, { policy, now })
  const purposes = changes.map(({ purpose }) => purpose)
  expect(new Set(purposes).size).toBe(purposes.length)
  expect(purposes.every((purpose) => mapped.includes(purpose))).toBe(true)
  // only the TCF grants, and only what it is mapped to
  for (const { event, purpose } of changes) if (event === 'given') expect(purpose).toBe('personalization')
  expect(signals.map(({ name }) => name)).toContain('gpp')
  for (const problem of problems) expect(problem).toMatchObject({ code: /./, expected: /./, received: /./, hint: /./ })
}

describe('any GPP string', () => {
  it.each([
    ['random text', fc.string({ unit: 'binary', maxLength: 300 })],
    [
      'random letters behind a header',
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 100 }).map((text) => `DB${text}`),
    ],
    [
      'random sections behind a header',
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 100 }).map((text) => `DBABLA~${text}`),
    ],
    ['anything', fc.anything({ withNullPrototype: true })],
  ])('decides nothing outside of the mapping, and throws nothing: %s', async (_name, inputs: fc.Arbitrary<unknown>) => {
    await fc.assert(fc.asyncProperty(inputs, settle), { numRuns: 300 })
  })

  it('grants nothing more when one letter is changed, added or lost', async () => {
    const { changes } = await decodeGpp(whole, { policy, now })
    expect(changes).toContainEqual(expect.objectContaining({ event: 'given', purpose: 'personalization' }))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.constantFrom(...letters, ''), fc.boolean(), (at, letter, replace) =>
        settle(whole.slice(0, at) + letter + whole.slice(replace ? at + 1 : at)),
      ),
      { numRuns: 500 },
    )
  })
})
