import { describe, expect, it } from 'vitest'
import { memoryConsent } from './memory-consent.ts'

describe('memoryConsent', () => {
  it('says that nobody granted anything before somebody does', () => {
    expect(memoryConsent().read({ subject: 'ada' })?.grants).toEqual({})
  })

  it('keeps the grants that a change does not name', () => {
    const consent = memoryConsent()
    consent.set({ subject: 'ada' }, { personalization: 'granted', model_training: 'granted' })
    consent.set({ subject: 'ada' }, { model_training: 'denied' })
    expect(consent.read({ subject: 'ada' })?.grants).toEqual({ personalization: 'granted', model_training: 'denied' })
  })

  it('raises the epoch with every change, also after forgetting', () => {
    const consent = memoryConsent()
    const first = consent.set({ subject: 'ada' }, { personalization: 'granted' })
    consent.forget({ subject: 'ada' })
    const second = consent.set({ subject: 'ada' }, { personalization: 'granted' })
    expect(second.epoch).toBeGreaterThan(first.epoch)
  })

  it('tells subjects of different tenants apart, whatever characters their ids hold', () => {
    const consent = memoryConsent()
    consent.set({ tenant: 'a","b', subject: 'c' }, { personalization: 'granted' })
    expect(consent.read({ tenant: 'a', subject: 'b","c' })?.grants).toEqual({})
    expect(consent.read({ tenant: 'a","b', subject: 'c' })?.grants).toEqual({ personalization: 'granted' })
  })

  it('dates a change by its clock', () => {
    const consent = memoryConsent(() => 1_700_000_000_000)
    expect(consent.set({ subject: 'ada' }, {}).changedAt).toBe(1_700_000_000_000)
  })
})
