import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { browserFixture } from './browser-fixture.ts'
import { importOrejime } from './import-orejime.ts'
import { mostSignalText } from './signal-text.ts'

const require = createRequire(import.meta.url)

interface Orejime {
  readonly manager: {
    acceptAll(): void
    declineAll(): void
    setConsent(id: string, state: boolean): void
    getAllConsents(): Record<string, boolean>
  }
}

const mapping = { analytics: 'product_analytics', 'profils é': ['personalization', 'model_training'] }

/** The real Orejime, on a page that shows nothing. */
function orejime() {
  const purposes = [
    { id: 'session', title: 'Session', isMandatory: true },
    { id: 'analytics', title: 'Analytics' },
    { id: 'profils é', title: 'Profiles' },
  ]
  const browser = browserFixture({ orejimeConfig: { purposes, privacyPolicyUrl: 'https://shop.example/privacy' } })
  browser.run(readFileSync(require.resolve('orejime/dist/orejime-standard-en.js'), 'utf8'))
  const { manager } = browser.window.orejime as Orejime
  return { manager, cookie: () => browser.cookies.get('eu-consent') }
}

const eventsOf = (stored: unknown) =>
  importOrejime(stored, mapping).changes.map(({ event, purpose }) => `${purpose} ${event}`)

describe('importOrejime, on what Orejime 3 itself keeps', () => {
  it('reads its cookie after accepting, declining and choosing', () => {
    const { manager, cookie } = orejime()
    expect(cookie()).toBeUndefined()
    manager.acceptAll()
    expect(eventsOf(cookie())).toEqual(['product_analytics given', 'personalization given', 'model_training given'])
    manager.declineAll()
    expect(eventsOf(cookie())).toEqual([
      'product_analytics refused',
      'personalization refused',
      'model_training refused',
    ])
    manager.setConsent('analytics', true)
    expect(eventsOf(cookie())).toEqual(['product_analytics given', 'personalization refused', 'model_training refused'])
    expect(eventsOf(decodeURIComponent(cookie() ?? ''))).toEqual(eventsOf(cookie()))
  })

  it('reads the consents of its manager, and keeps them as evidence', () => {
    const { manager } = orejime()
    manager.acceptAll()
    expect(importOrejime({ ...manager.getAllConsents() }, { analytics: 'product_analytics' })).toEqual({
      changes: [
        {
          ...{ event: 'given', purpose: 'product_analytics', method: 'import', actor: 'subject' },
          evidence: '{"session":true,"analytics":true,"profils é":true}',
        },
      ],
      signals: [{ name: 'orejime', processed: true, honoured: ['product_analytics'] }],
      problems: [],
    })
  })
})

describe('importOrejime', () => {
  it('changes nothing for what the person was not asked', () => {
    expect(eventsOf({ analytics: true })).toEqual(['product_analytics given'])
    expect(eventsOf('{}')).toEqual([])
  })

  it('asks all names that map to one purpose', () => {
    const both = { analytics: 'product_analytics', video: 'product_analytics' }
    const event = (stored: object) => importOrejime(stored, both).changes.map((change) => change.event)
    expect(event({ analytics: true, video: true })).toEqual(['given'])
    expect(event({ analytics: true, video: false })).toEqual(['refused'])
    expect(event({ analytics: false })).toEqual(['refused'])
    expect(event({ analytics: true })).toEqual([])
  })

  it('takes no name from what every object inherits', () => {
    const inherited = { constructor: 'personalization', toString: 'personalization', __proto__: null }
    expect(importOrejime('{"__proto__": {"analytics": true}}', mapping).changes).toEqual([])
    expect(importOrejime('{"analytics": true}', inherited as never).changes).toEqual([])
    expect(importOrejime(Object.create({ analytics: true }), mapping).changes).toEqual([])
  })

  it.each([
    ['nothing', undefined, 'wrong_type'],
    ['an empty text', '', 'wrong_type'],
    ['a list', [true], 'malformed'],
    ['words for answers', { analytics: 'true' }, 'malformed'],
    ['numbers for answers', '{"analytics":1}', 'malformed'],
    ['half a cookie', '{%22analytics%22:tr', 'malformed'],
    ['a broken escape', '{%22analytics%22:true%2', 'malformed'],
    ['a text past the longest', `{"analytics":true${' '.repeat(mostSignalText)}}`, 'too_long'],
    [
      'an object past the longest',
      Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`purpose-${index}`, true])),
      'too_long',
    ],
    [
      'an object that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('trap')
          },
        },
      ),
      'malformed',
    ],
  ])('changes nothing for %s, and says so', (_name, stored, code) => {
    const { changes, signals, problems } = importOrejime(stored, mapping)
    expect(changes).toEqual([])
    expect(signals).toEqual([{ name: 'orejime', processed: false, honoured: [] }])
    expect(problems).toMatchObject([{ code, expected: /./, received: /./, hint: /./ }])
  })
})
