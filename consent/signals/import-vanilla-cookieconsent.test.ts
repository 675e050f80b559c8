import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { browserFixture } from './browser-fixture.ts'
import { importVanillaCookieConsent } from './import-vanilla-cookieconsent.ts'

const require = createRequire(import.meta.url)

interface CookieConsent {
  run(config: object): Promise<void>
  acceptCategory(categories: readonly string[]): void
  acceptService(services: readonly string[], category: string): void
  getCookie(): Record<string, unknown>
  setCookieData(data: object): boolean
}

const mapping = {
  analytics: 'product_analytics',
  'analytics/matomo': 'resource_generation',
  ads: 'cross_company_insights',
}

/** The real vanilla-cookieconsent, on a page that shows nothing. */
async function cookieConsent() {
  const browser = browserFixture()
  browser.run(readFileSync(require.resolve('vanilla-cookieconsent/dist/cookieconsent.umd.js'), 'utf8'))
  const manager = browser.window.CookieConsent as CookieConsent
  await manager.run({
    ...{ autoShow: false, revision: 3 },
    categories: { necessary: { readOnly: true }, analytics: { services: { ga: {}, matomo: {} } }, ads: {} },
    language: { default: 'de', translations: { de: { consentModal: {}, preferencesModal: { sections: [] } } } },
  })
  return { manager, cookie: () => browser.cookies.get('cc_cookie') ?? '' }
}

const eventsOf = (stored: unknown) =>
  importVanillaCookieConsent(stored, mapping, { revision: 3 }).changes.map(
    ({ event, purpose }) => `${purpose} ${event}`,
  )

describe('importVanillaCookieConsent, on what vanilla-cookieconsent 3 itself keeps', () => {
  it('reads its cookie after accepting, declining and choosing services', async () => {
    const { manager, cookie } = await cookieConsent()
    expect(cookie()).toBe('')
    manager.acceptCategory(['analytics'])
    expect(eventsOf(cookie())).toEqual([
      ...['product_analytics given', 'resource_generation given', 'cross_company_insights refused'],
    ])
    manager.acceptService(['ga'], 'analytics')
    expect(eventsOf(cookie())).toEqual([
      ...['product_analytics given', 'resource_generation refused', 'cross_company_insights refused'],
    ])
    manager.acceptCategory([])
    expect(eventsOf(cookie())).toEqual([
      ...['product_analytics refused', 'resource_generation refused', 'cross_company_insights refused'],
    ])
  })

  it('claims the time of the last change, and leaves behind who it was and what the host added', async () => {
    const { manager, cookie } = await cookieConsent()
    manager.acceptCategory(['analytics'])
    manager.setCookieData({ value: { mail: 'ada@example.com' } })
    const stored = manager.getCookie()
    expect(cookie()).toContain('ada')
    const { changes } = importVanillaCookieConsent(cookie(), mapping)
    expect(changes[0]?.claimedAt).toBe(Date.parse(String(stored.lastConsentTimestamp)))
    expect(JSON.parse(changes[0]?.evidence ?? '')).toMatchObject({
      categories: ['analytics', 'necessary'],
      revision: 3,
      languageCode: 'de',
    })
    expect(changes[0]?.evidence).not.toContain('ada')
    expect(changes[0]?.evidence).not.toContain(stored.consentId)
    expect(importVanillaCookieConsent(JSON.parse(JSON.stringify(stored)), mapping).changes).toEqual(changes)
  })
})

describe('importVanillaCookieConsent', () => {
  const at = '2026-11-20T08:00:00.000Z'
  const choice = { categories: ['analytics'], revision: 3, consentTimestamp: at, lastConsentTimestamp: at }

  it.each([
    ['of another revision', { ...choice, revision: 2 }, 'too_old'],
    ['that has expired', { ...choice, expirationTime: Date.parse(at) }, 'too_old'],
    ['without a time, so that nobody chose', { categories: ['analytics'] }, 'malformed'],
    ['with a time that is none', { ...choice, lastConsentTimestamp: 'yesterday' }, 'malformed'],
    ['with a text for categories', { ...choice, categories: 'analytics' }, 'malformed'],
    [
      'with too many categories',
      { ...choice, categories: Array.from({ length: 1_001 }, () => 'analytics') },
      'malformed',
    ],
    ['that is cut off', JSON.stringify(choice).slice(0, 30), 'malformed'],
  ])('takes no choice %s', (_name, stored, code) => {
    const { changes, problems } = importVanillaCookieConsent(stored, mapping, {
      revision: 3,
      now: Date.UTC(2026, 10, 23),
    })
    expect(changes).toEqual([])
    expect(problems).toMatchObject([{ code }])
  })

  it('takes 1,000 categories', () => {
    const many = { ...choice, categories: Array.from({ length: 1_000 }, () => 'analytics') }
    expect(importVanillaCookieConsent(many, mapping).problems).toEqual([])
  })

  it('takes a choice at its last moment, and of any revision where none is asked for', () => {
    const last = { ...choice, revision: 1, expirationTime: 1_000 }
    expect(importVanillaCookieConsent(last, mapping, { now: 1_000 }).problems).toEqual([])
  })
})
