import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../policy/default-policy.ts'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { gpcDenials } from './gpc-denials.ts'

describe('gpcDenials', () => {
  it('refuses what the policy says, in the name of the person, and can be displayed', () => {
    const policy = parsePolicy({ consent: { signals: { gpc: { denies: ['product_analytics', 'model_training'] } } } })
    expect(gpcDenials(policy)).toEqual({
      changes: ['product_analytics', 'model_training'].map((purpose) => ({
        ...{ event: 'refused', purpose, method: 'signal', actor: 'subject', evidence: 'Sec-GPC: 1' },
      })),
      signals: [{ name: 'gpc', processed: true, honoured: ['product_analytics', 'model_training'] }],
      problems: [],
    })
  })

  it('grants nothing, whatever the policy', () => {
    expect(gpcDenials(defaultPolicy).changes.map(({ event }) => event)).toEqual(['refused', 'refused'])
    const none = parsePolicy({ consent: { signals: { gpc: { denies: [] } } } })
    expect(gpcDenials(none)).toMatchObject({ changes: [], signals: [{ name: 'gpc', processed: true, honoured: [] }] })
  })

  it('keeps what was received, where it was no header', () => {
    expect(gpcDenials(defaultPolicy, 'navigator.globalPrivacyControl').changes[0]?.evidence).toBe(
      'navigator.globalPrivacyControl',
    )
  })
})
