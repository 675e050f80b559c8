import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { decodeTcf } from './decode-tcf.ts'
import { tcString } from './tcf-fixture.ts'

const now = Date.UTC(2026, 10, 23, 12)
const purposes = { personalization: [1, 5], product_analytics: [8] }
const policy = parsePolicy({ consent: { signals: { tcf: { purposes, vendor: 7 } } } })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~ =+/é\u0000']

const some = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: most })
const answers = fc.record({
  consents: some(11),
  interests: some(11),
  vendors: some(20),
  vendorInterests: some(20),
  disclosed: some(20),
  publisherConsents: some(11),
  restrictions: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 20 })),
    { maxLength: 4 },
  ),
})

describe('any TC string', () => {
  it.each([
    ['random text', fc.string({ unit: 'binary', maxLength: 300 })],
    [
      'random letters of Base64url',
      fc.string({ unit: fc.constantFrom(...letters), maxLength: 300 }).map((text) => `C${text}`),
    ],
    ['anything', fc.anything({ withNullPrototype: true })],
  ])(
    'decides every purpose of the mapping and no other, and throws nothing: %s',
    async (_name, inputs: fc.Arbitrary<unknown>) => {
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => {
          const { changes, problems } = await decodeTcf(input, { policy, now })
          expect(changes.map(({ purpose }) => purpose)).toEqual(Object.keys(purposes))
          if (changes.some(({ event }) => event === 'given')) expect(problems).toEqual([])
        }),
        { numRuns: 300 },
      )
    },
  )

  it('grants exactly what its fields say, as written by the encoder of IAB Tech Lab', async () => {
    let granted = 0
    await fc.assert(
      fc.asyncProperty(answers, async (said) => {
        const { changes } = await decodeTcf(tcString(said), { policy, now })
        const told = said.disclosed.includes(7) && said.vendors.includes(7)
        for (const [index, uses] of Object.values(purposes).entries()) {
          const given =
            told &&
            uses.every(
              (use) =>
                said.consents.includes(use) &&
                !said.restrictions.some(([purpose, kind, vendor]) => purpose === use && vendor === 7 && kind !== 1),
            )
          if (given) granted += 1
          expect(changes[index]?.event).toBe(given ? 'given' : 'refused')
        }
      }),
      { numRuns: 300, seed: 4 },
    )
    expect(granted).toBeGreaterThan(10)
  })

  it('never grants outside of the mapping when one letter is changed, added or lost', async () => {
    const text = tcString({ consents: [1, 5], vendors: [7, 9], disclosed: [7], restrictions: [[8, 0, 7]] })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.constantFrom(...letters, ''),
        fc.boolean(),
        async (at, letter, replace) => {
          const mutant = text.slice(0, at) + letter + text.slice(replace ? at + 1 : at)
          const { changes, problems } = await decodeTcf(mutant, { policy, now })
          expect(changes.map(({ purpose }) => purpose)).toEqual(Object.keys(purposes))
          expect(changes.every(({ event }) => event === 'refused') || problems.length === 0).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
