import { describe, expect, it } from 'vitest'
import { defaultPolicy } from './default-policy.ts'
import { parsePolicy } from './parse-policy.ts'

describe('defaultPolicy', () => {
  it('is what an empty file gives', () => {
    expect(defaultPolicy).toStrictEqual(parsePolicy({}))
    expect(defaultPolicy).toStrictEqual(parsePolicy(''))
  })

  it('has one flow: anonymous, technical, without consent', () => {
    expect(defaultPolicy.flows).toEqual({
      operations: {
        name: 'operations',
        purposes: ['operations'],
        form: 'anonymous',
        accepts: ['technical'],
        to: { otlp: {} },
        retentionSeconds: 2_592_000,
      },
    })
  })

  it('rests everything but operations and security on consent', () => {
    const withoutConsent = Object.values(defaultPolicy.purposes).filter((purpose) => purpose.basis !== 'consent')
    expect(withoutConsent.map((purpose) => purpose.name)).toEqual(['operations', 'security'])
    expect(Object.keys(defaultPolicy.purposes)).toHaveLength(7)
  })

  it('withholds the records of unknown subjects and honours GPC', () => {
    expect(defaultPolicy.consent).toMatchObject({
      unknownSubject: 'withhold',
      signals: { gpc: { denies: ['cross_company_insights', 'model_training'] } },
      jurisdictions: { default: { validSeconds: 365 * 86_400, askAgainSeconds: 26 * 7 * 86_400 } },
    })
  })

  it('cannot be changed', () => {
    expect(() => Object.assign(defaultPolicy.flows, { open: {} })).toThrow(TypeError)
    expect(() => Object.assign(defaultPolicy.limits, { depth: 99 })).toThrow(TypeError)
  })
})
