import { describe, expect, it } from 'vitest'
import { importGoogleConsentMode } from './import-google-consent-mode.ts'

const mapping = {
  analytics_storage: 'product_analytics',
  ad_personalization: ['personalization', 'cross_company_insights'],
}

/** As the snippet of Google does it. */
function gtag(..._command: readonly unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: this is what the data layer holds
  return arguments
}

const answers = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'granted',
}

describe('importGoogleConsentMode', () => {
  it.each([
    ['a list', ['consent', 'update', answers]],
    ['arguments', gtag('consent', 'update', answers)],
    ['JSON', JSON.stringify(['consent', 'update', answers])],
  ])('reads an update, as %s', (_name, entry) => {
    expect(importGoogleConsentMode(entry, mapping)).toEqual({
      changes: [
        { event: 'given', purpose: 'product_analytics' },
        { event: 'refused', purpose: 'personalization' },
        { event: 'refused', purpose: 'cross_company_insights' },
      ].map((change) => ({ ...change, method: 'import', actor: 'subject', evidence: JSON.stringify(answers) })),
      signals: [
        {
          ...{ name: 'google-consent-mode', processed: true },
          honoured: ['product_analytics', 'personalization', 'cross_company_insights'],
        },
      ],
      problems: [],
    })
  })

  it('takes a default for no choice, whatever it says and however long it waits', () => {
    const entry = ['consent', 'default', { analytics_storage: 'granted', wait_for_update: 500 }]
    expect(importGoogleConsentMode(entry, mapping)).toMatchObject({
      changes: [],
      signals: [{ processed: false, honoured: [] }],
      problems: [{ code: 'no_choice', received: 'default' }],
    })
  })

  it('changes nothing for types that are not named, or neither granted nor denied', () => {
    const entry = ['consent', 'update', { ad_personalization: 'maybe', wait_for_update: 500, region: ['DE'] }]
    expect(importGoogleConsentMode(entry, { ...mapping, wait_for_update: 'security' }).changes).toEqual([])
  })

  it.each([
    ['another command', ['config', 'G-1', {}]],
    ['another kind of command', ['consent', 'declare', answers]],
    ['a list that is too short', ['consent', 'update']],
    ['answers alone', answers],
    ['a list for answers', ['consent', 'update', ['granted']]],
    ['text', 'consent update'],
  ])('changes nothing for %s', (_name, entry) => {
    expect(importGoogleConsentMode(entry, mapping)).toMatchObject({ changes: [], problems: [{ code: 'malformed' }] })
  })
})
