import { describe, expect, it } from 'vitest'
import { readConsent } from './read-consent.ts'

const sound = { epoch: 1, grants: { personalization: 'granted' }, changedAt: 0, validUntil: Number.POSITIVE_INFINITY }

describe('readConsent', () => {
  it('hands on a sound state', () => {
    expect(readConsent({ read: () => sound as never }, { subject: 'ada' })).toBe(sound)
  })

  it('takes a throw for no answer', () => {
    const throwing = {
      read() {
        throw new Error('down')
      },
    }
    expect(readConsent(throwing, { subject: 'ada' })).toBeUndefined()
  })

  it.each([
    ['nothing', undefined],
    ['a promise', Promise.resolve(sound)],
    ['a boolean', true],
    ['grants that are no grants', { ...sound, grants: { personalization: true } }],
    ['an unknown word', { ...sound, grants: { personalization: 'GRANTED' } }],
    ['no grants', { ...sound, grants: null }],
    ['an epoch that is no number', { ...sound, epoch: '1' }],
    ['a validity that is NaN, which no comparison would call stale', { ...sound, validUntil: Number.NaN }],
  ])('takes %s for no answer', (_name, nonsense) => {
    expect(readConsent({ read: () => nonsense as never }, { subject: 'ada' })).toBeUndefined()
  })
})
