import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grant } from '../../policy/policy.ts'
import type { ConsentState } from '../consent-source.ts'
import { mergeConsent } from './present-consent.ts'

const state = (epoch: number, personalization: Grant, changedAt = epoch): ConsentState => ({
  epoch,
  changedAt,
  grants: { personalization },
  validUntil: 1_000,
})
const carried = state(5, 'granted')

describe('mergeConsent', () => {
  it('is the token where the process knows nothing of the person', () => {
    expect(mergeConsent(undefined, carried)).toBe(carried)
    expect(mergeConsent({ epoch: 0, grants: {}, changedAt: 0, validUntil: Infinity }, carried)).toBe(carried)
  })

  it('is what the process knows where that is as new or newer, stale or not', () => {
    for (const known of [
      state(5, 'granted'),
      state(6, 'denied'),
      state(6, 'unset'),
      { ...state(6, 'granted'), validUntil: 0 },
    ])
      expect(mergeConsent(known, carried)).toBe(known)
  })

  it('is the token where that is newer', () => {
    expect(mergeConsent(state(4, 'unset'), carried)).toBe(carried)
    expect(mergeConsent(state(4, 'granted'), state(5, 'denied')).grants).toEqual({ personalization: 'denied' })
  })

  it('takes an answer that was given later for newer, whatever its epoch', () => {
    const known = state(1, 'unset', 6)
    expect(mergeConsent(known, carried)).toBe(known)
  })

  it('never grants what the process knows to be denied', () => {
    const grant = fc.constantFrom<Grant>('granted', 'denied', 'unset')
    const purposes = fc.dictionary(fc.constantFrom('a', 'b', 'c'), grant)
    const states = fc.record({ epoch: fc.nat(9), changedAt: fc.nat(9), validUntil: fc.nat(), grants: purposes })
    fc.assert(
      fc.property(states, states, (known, other) => {
        const { grants } = mergeConsent(known, other)
        for (const [purpose, said] of Object.entries(known.grants))
          if (said === 'denied') expect(grants[purpose]).toBe('denied')
        for (const purpose of Object.keys(grants))
          if (grants[purpose] === 'granted') expect([known.grants[purpose], other.grants[purpose]]).toContain('granted')
      }),
    )
  })
})
