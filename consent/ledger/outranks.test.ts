import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentEvents } from './consent-entry.ts'
import { clockSkewMillis, countsFrom } from './counts-from.ts'
import { type Answer, grantAfter, outranks } from './outranks.ts'

// few moments, so that many answers share one
const answer = fc.record({
  event: fc.constantFrom(...consentEvents),
  at: fc.integer({ min: 0, max: 3 }),
  isClaimed: fc.boolean(),
})
const answers = fc
  .array(answer, { minLength: 1, maxLength: 8 })
  .map((list): Answer[] => list.map((fields, index) => ({ ...fields, seq: index + 1 })))

const winner = (list: readonly Answer[]): Answer | undefined =>
  list.reduce<Answer | undefined>((best, next) => (best === undefined || outranks(next, best) ? next : best), undefined)

describe('outranks', () => {
  it('gives the same answer in whatever order answers arrive', () => {
    fc.assert(
      fc.property(
        answers.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(winner(shuffled)).toEqual(winner(list))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('puts one of two different answers before the other, and never both', () => {
    fc.assert(
      fc.property(answers, (list) => {
        for (const a of list) for (const b of list) expect(outranks(a, b)).toBe(a !== b && !outranks(b, a))
      }),
    )
  })

  it('never lets a grant by another clock win over a denial of the same moment', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const best = winner(list)
        if (best === undefined || grantAfter(best.event) !== 'granted' || !best.isClaimed) return
        const denied = list.filter(({ at, event }) => at === best.at && grantAfter(event) === 'denied')
        expect(denied).toEqual([])
      }),
    )
  })
})

describe('countsFrom', () => {
  const recorded = 1_800_000_000_000

  it('takes an answer without a claim from when it was written down', () => {
    expect(countsFrom(true, recorded, undefined)).toBe(recorded)
    expect(countsFrom(false, recorded, undefined)).toBe(recorded)
  })

  it('never takes an answer from after it was written down, and a grant from before its claim', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 2 * recorded }), (isGrant, claimed) => {
        const at = countsFrom(isGrant, recorded, claimed)
        expect(at).toBeLessThanOrEqual(recorded)
        if (isGrant) expect(at).toBeLessThanOrEqual(claimed - clockSkewMillis)
      }),
    )
  })
})
