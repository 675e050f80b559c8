import { describe, expect, it } from 'vitest'
import { importC15t } from './import-c15t.ts'

const mapping = { measurement: 'product_analytics', marketing: 'cross_company_insights' }
const time = Date.UTC(2026, 10, 20, 8)
/** As `saveConsentToStorage` of c15t 2 writes it to localStorage, and flat, without what is false, to its cookie. */
const stored = {
  consents: { necessary: true, functionality: false, experience: false, marketing: false, measurement: true },
  consentInfo: { time, subjectId: 'sub_2VZxR7YmNpKq3WfLs8TgHd', externalId: 'ada', identityProvider: 'auth0' },
}
const cookie = `c.necessary:1,c.measurement:1,i.t:${time},i.sid:sub_2VZxR7YmNpKq3WfLs8TgHd,i.eid:ada,i.idp:auth0`

describe('importC15t', () => {
  it.each([
    ['its entry in localStorage', JSON.stringify(stored)],
    ['the object', stored],
    ['its cookie', cookie],
    ['its cookie as older versions wrote it', cookie.replace('c.measurement', 'c.marketing:0,c.measurement')],
  ])('reads %s', (_name, value) => {
    const { changes, signals, problems } = importC15t(value, mapping)
    expect(changes).toMatchObject([
      { event: 'given', purpose: 'product_analytics', method: 'import', actor: 'subject', claimedAt: time },
      { event: 'refused', purpose: 'cross_company_insights', claimedAt: time },
    ])
    expect(signals).toEqual([
      { name: 'c15t', processed: true, honoured: ['product_analytics', 'cross_company_insights'] },
    ])
    expect(problems).toEqual([])
  })

  it('leaves the ids of the person behind', () => {
    for (const value of [stored, cookie]) {
      const evidence = importC15t(value, mapping).changes[0]?.evidence ?? ''
      expect(JSON.parse(evidence)).toMatchObject({ consents: { measurement: true }, consentInfo: { time } })
      expect(evidence).not.toMatch(/sub_|ada|auth0/)
    }
  })

  it('reads a time in seconds', () => {
    const { changes } = importC15t({ ...stored, consentInfo: { ...stored.consentInfo, time: time / 1_000 } }, mapping)
    expect(changes[0]?.claimedAt).toBe(time)
  })

  it.each([
    ['from before anybody chose', { consents: stored.consents }, 'no_choice'],
    ['of version 1', { ...stored, consentInfo: { time, id: 'cns_1' } }, 'no_choice'],
    ['of a cookie from before anybody chose', 'c.necessary:1,c.measurement:1', 'no_choice'],
    ['with a time that is none', cookie.replace(String(time), 'soon'), 'malformed'],
    ['with a time before all times', { ...stored, consentInfo: { ...stored.consentInfo, time: -1 } }, 'malformed'],
    ['with a time past all times', { ...stored, consentInfo: { ...stored.consentInfo, time: 1e300 } }, 'malformed'],
    ['with words for answers', { ...stored, consents: { measurement: 'granted' } }, 'malformed'],
    ['with a list for the rest', { ...stored, consentInfo: [] }, 'malformed'],
    ['that is broken', '{"consents":', 'malformed'],
    ['that is missing', null, 'wrong_type'],
  ])('takes no choice %s', (_name, value, code) => {
    const { changes, problems } = importC15t(value, mapping)
    expect(changes).toEqual([])
    expect(problems).toMatchObject([{ code }])
  })

  it('takes no answer that somebody else gave to all objects', () => {
    Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true })
    try {
      expect(importC15t(stored, { polluted: 'personalization' }).changes[0]?.event).toBe('refused')
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted')
    }
  })

  it('takes no name from what every object inherits', () => {
    const hostile = `c.__proto__:1,c.constructor:1,i.t:${time},i.sid:s`
    const { changes } = importC15t(hostile, { toString: 'personalization', measurement: 'product_analytics' })
    expect(changes.map(({ event }) => event)).toEqual(['refused', 'refused'])
    expect(({} as Record<string, unknown>).measurement).toBeUndefined()
  })
})
