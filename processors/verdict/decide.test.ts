import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsentState } from '../../consent/consent-source.ts'
import type { Flow, Form, Grant, LegalBasis, Policy } from '../../policy/policy.ts'
import { type Circumstances, decide } from './decide.ts'

const now = 1_000_000
const ada = { tenant: 'acme', subject: 'ada' }

function policyOf(bases: Record<string, LegalBasis>, unknownSubject: 'anonymous' | 'withhold' = 'withhold'): Policy {
  const purposes = Object.fromEntries(
    Object.entries(bases).map(([name, basis]) => [name, { name, basis, title: name, description: name }]),
  )
  return { purposes, consent: { unknownSubject, signals: { gpc: { denies: [] } } } } as unknown as Policy
}

const flowOf = (purposes: string[], form: Form): Flow => ({
  name: 'flow',
  purposes,
  form,
  accepts: ['technical'],
  to: { otlp: {} },
  retentionSeconds: 1,
})

const state = (grants: Record<string, Grant>, changes: Partial<ConsentState> = {}): ConsentState => ({
  epoch: 1,
  grants,
  changedAt: 0,
  validUntil: Number.POSITIVE_INFINITY,
  ...changes,
})

const known = (changes: Partial<Circumstances> = {}): Circumstances => ({
  subject: ada,
  open: false,
  consentAtCapture: undefined,
  capturedAt: now - 100,
  now,
  last: true,
  ...changes,
})

const consentPolicy = policyOf({ p: 'consent' })
const personal = flowOf(['p'], 'pseudonymous')

describe('decide, for a purpose that rests on consent', () => {
  it.each<[string, ConsentState | undefined, ConsentState | undefined, string]>([
    ['granted then and now', state({ p: 'granted' }), state({ p: 'granted' }), 'deliver'],
    ['granted before capture, the state at capture unknown', undefined, state({ p: 'granted' }), 'deliver'],
    ['granted only after capture', undefined, state({ p: 'granted' }, { changedAt: now - 50 }), 'no_grant'],
    ['unset at capture, granted now', state({}), state({ p: 'granted' }), 'no_grant'],
    ['denied at capture, granted now', state({ p: 'denied' }), state({ p: 'granted' }), 'denied'],
    ['granted at capture, denied now', state({ p: 'granted' }), state({ p: 'denied' }), 'withdrawn'],
    ['granted at capture, unset now', state({ p: 'granted' }), state({}), 'withdrawn'],
    ['never asked', undefined, state({}), 'no_grant'],
    ['nobody answers', undefined, undefined, 'no_grant'],
    ['nobody answers any more', state({ p: 'granted' }), undefined, 'no_grant'],
    ['stale grant', state({ p: 'granted' }), state({ p: 'granted' }, { validUntil: now - 1 }), 'stale_consent'],
    ['stale denial', undefined, state({ p: 'denied' }, { validUntil: now - 1 }), 'denied'],
  ])('%s', (_name, consentAtCapture, present, outcome) => {
    const verdict = decide(consentPolicy, personal, known({ consentAtCapture }), () => present)
    expect(verdict.kind === 'withhold' ? verdict.reason : verdict.kind).toBe(outcome)
  })

  it('waits for an answer that may still come, and for a stale one to be refreshed', () => {
    const stale = state({ p: 'granted' }, { validUntil: now - 1 })
    expect(decide(consentPolicy, personal, known({ last: false }), () => undefined)).toEqual({ kind: 'wait' })
    expect(decide(consentPolicy, personal, known({ last: false }), () => stale)).toEqual({ kind: 'wait' })
  })

  it('delivers for the granted purposes only', () => {
    const policy = policyOf({ p: 'consent', q: 'consent' })
    const present = state({ p: 'granted', q: 'denied' })
    expect(decide(policy, flowOf(['p', 'q'], 'pseudonymous'), known(), () => present)).toMatchObject({
      kind: 'deliver',
      purposes: ['p'],
      subject: ada,
    })
  })

  it('names no subject in an anonymous flow', () => {
    const verdict = decide(consentPolicy, flowOf(['p'], 'anonymous'), known(), () => state({ p: 'granted' }))
    expect(verdict).toMatchObject({ kind: 'deliver', form: 'anonymous', subject: undefined })
  })
})

describe('decide, for a subject who is not known', () => {
  const unknown = { subject: undefined }
  const never = () => {
    throw new Error('nobody to ask about')
  }

  it('waits while the request runs', () => {
    expect(decide(consentPolicy, personal, known({ ...unknown, open: true, last: false }), never)).toEqual({
      kind: 'wait',
    })
  })

  it('then withholds, or goes anonymous where the policy says so', () => {
    expect(decide(consentPolicy, personal, known({ ...unknown, open: true }), never)).toEqual({
      kind: 'withhold',
      reason: 'unknown_subject',
    })
    expect(decide(policyOf({ p: 'consent' }, 'anonymous'), personal, known(unknown), never)).toMatchObject({
      kind: 'deliver',
      form: 'anonymous',
    })
  })

  it('delivers anonymous operations at once', () => {
    const policy = policyOf({ operations: 'legitimate_interest' })
    const circumstances = known({ ...unknown, open: true, last: false })
    expect(decide(policy, flowOf(['operations'], 'anonymous'), circumstances, never)).toMatchObject({ kind: 'deliver' })
  })
})

describe('decide, for other legal bases', () => {
  it.each<[LegalBasis, ConsentState | undefined, string]>([
    ['legitimate_interest', state({}), 'deliver'],
    ['legitimate_interest', state({ p: 'denied' }), 'denied'],
    ['legitimate_interest', undefined, 'no_grant'],
    ['contract', state({ p: 'denied' }), 'deliver'],
    ['legal_obligation', undefined, 'deliver'],
  ])('%s with %o', (basis, present, outcome) => {
    const verdict = decide(policyOf({ p: basis }), personal, known(), () => present)
    expect(verdict.kind === 'withhold' ? verdict.reason : verdict.kind).toBe(outcome)
  })

  it('takes a purpose that the policy does not know for forbidden', () => {
    expect(decide(policyOf({}), personal, known(), () => state({ p: 'granted' }))).toMatchObject({ kind: 'withhold' })
  })
})

describe('decide, always', () => {
  const grant = fc.constantFrom<Grant>('granted', 'denied', 'unset')
  const states = fc.option(
    fc.record({
      epoch: fc.nat(),
      grants: fc.record({ p: grant, q: grant }),
      changedAt: fc.integer({ min: now - 300, max: now }),
      validUntil: fc.constantFrom(now - 1, Number.POSITIVE_INFINITY),
    }),
    { nil: undefined },
  )

  it('delivers a consent purpose only with a grant that holds now, and never against a denial', () => {
    const policy = policyOf({ p: 'consent', q: 'consent' }, 'withhold')
    fc.assert(
      fc.property(states, states, fc.boolean(), fc.boolean(), (consentAtCapture, present, last, open) => {
        const circumstances = known({ consentAtCapture, last, open })
        const verdict = decide(policy, flowOf(['p', 'q'], 'pseudonymous'), circumstances, () => present)
        if (verdict.kind !== 'deliver') return
        for (const purpose of verdict.purposes as ('p' | 'q')[]) {
          expect(present?.grants[purpose]).toBe('granted')
          expect(consentAtCapture?.grants[purpose] ?? 'granted').toBe('granted')
          expect(present?.validUntil).toBeGreaterThan(now)
        }
      }),
    )
  })
})
