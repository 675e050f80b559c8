import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConsentState } from '../../consent/consent-source.ts'
import type { Flow, Form, Grant, LegalBasis, Policy } from '../../policy/policy.ts'
import { type Circumstances, decide as decideBy } from './decide.ts'
import { flowRules } from './flow-rules.ts'

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

interface Known extends Circumstances {
  readonly atCapture: ConsentState | undefined
}

const known = (changes: Partial<Known> = {}): Known => ({
  people: [{ subject: ada, atCapture: undefined, present: undefined }],
  atCapture: undefined,
  open: false,
  capturedAt: now - 100,
  now,
  last: true,
  ...changes,
})

/** Ada says `present` now. */
const decide = (policy: Policy, flow: Flow, circumstances: Known, present?: ConsentState) => {
  const people = circumstances.people.map((person) => ({ ...person, atCapture: circumstances.atCapture, present }))
  return decideBy(flowRules(policy, flow), { ...circumstances, people })
}

const outcomeOf = (verdict: ReturnType<typeof decide>) => (verdict.kind === 'withhold' ? verdict.reason : verdict.kind)

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
  ])('%s', (_name, atCapture, present, outcome) => {
    const verdict = decide(consentPolicy, personal, known({ atCapture }), present)
    expect(outcomeOf(verdict)).toBe(outcome)
  })

  it('waits for an answer that may still come, and for a stale one to be refreshed', () => {
    const stale = state({ p: 'granted' }, { validUntil: now - 1 })
    expect(decide(consentPolicy, personal, known({ last: false }), undefined)).toEqual({ kind: 'wait' })
    expect(decide(consentPolicy, personal, known({ last: false }), stale)).toEqual({ kind: 'wait' })
  })

  it('delivers for the granted purposes only', () => {
    const policy = policyOf({ p: 'consent', q: 'consent' })
    const present = state({ p: 'granted', q: 'denied' })
    expect(decide(policy, flowOf(['p', 'q'], 'pseudonymous'), known(), present)).toMatchObject({
      kind: 'deliver',
      purposes: ['p'],
      about: [{ subject: ada }],
    })
  })

  it('names no subject in an anonymous flow', () => {
    const verdict = decide(consentPolicy, flowOf(['p'], 'anonymous'), known(), state({ p: 'granted' }))
    expect(verdict).toMatchObject({ kind: 'deliver', form: 'anonymous', about: [] })
  })
})

describe('decide, for a subject who is not known', () => {
  const unknown = { people: [] }

  it('waits while the request runs', () => {
    expect(decide(consentPolicy, personal, known({ ...unknown, open: true, last: false }))).toEqual({
      kind: 'wait',
    })
  })

  it('then withholds, or goes anonymous where the policy says so', () => {
    expect(decide(consentPolicy, personal, known({ ...unknown, open: true }))).toEqual({
      kind: 'withhold',
      reason: 'unknown_subject',
    })
    expect(decide(policyOf({ p: 'consent' }, 'anonymous'), personal, known(unknown))).toMatchObject({
      kind: 'deliver',
      form: 'anonymous',
    })
  })

  it('delivers anonymous operations at once', () => {
    const policy = policyOf({ operations: 'legitimate_interest' })
    const circumstances = known({ ...unknown, open: true, last: false })
    expect(decide(policy, flowOf(['operations'], 'anonymous'), circumstances)).toMatchObject({ kind: 'deliver' })
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
    const verdict = decide(policyOf({ p: basis }), personal, known(), present)
    expect(outcomeOf(verdict)).toBe(outcome)
  })

  it('takes a purpose that the policy does not know for forbidden', () => {
    expect(decide(policyOf({}), personal, known(), state({ p: 'granted' }))).toMatchObject({ kind: 'withhold' })
  })
})

describe('decide, for a flow that goes to a recipient', () => {
  const toPartner: Flow = { ...personal, recipient: 'partner' }

  it.each<[string, LegalBasis, Record<string, Grant>, string]>([
    ['consent', 'consent', { 'p@partner': 'granted' }, 'deliver'],
    ['consent to both', 'consent', { p: 'granted', 'p@partner': 'granted' }, 'deliver'],
    ['consent to the controller alone', 'consent', { p: 'granted' }, 'no_grant'],
    ['consent to another recipient', 'consent', { p: 'granted', 'p@other': 'granted' }, 'no_grant'],
    ['a denial of the recipient', 'consent', { p: 'granted', 'p@partner': 'denied' }, 'denied'],
    ['a denial of the purpose', 'consent', { p: 'denied', 'p@partner': 'granted' }, 'denied'],
    ['no objection', 'legitimate_interest', {}, 'deliver'],
    ['an objection to the recipient', 'legitimate_interest', { 'p@partner': 'denied' }, 'denied'],
    ['an objection to the purpose', 'legitimate_interest', { p: 'denied', 'p@partner': 'granted' }, 'denied'],
    ['an objection to another recipient', 'legitimate_interest', { 'p@other': 'denied' }, 'deliver'],
  ])('%s', (_name, basis, grants, outcome) => {
    expect(outcomeOf(decide(policyOf({ p: basis }), toPartner, known(), state(grants)))).toBe(outcome)
  })

  it('needs the grant to the recipient at capture as well, and tells when it was taken back', () => {
    const granted = state({ 'p@partner': 'granted' })
    const former = known({ atCapture: state({ p: 'granted' }) })
    expect(outcomeOf(decide(consentPolicy, toPartner, former, granted))).toBe('no_grant')
    const present = state({ p: 'denied', 'p@partner': 'granted' })
    expect(outcomeOf(decide(consentPolicy, toPartner, known({ atCapture: granted }), present))).toBe('withdrawn')
  })

  it('does not take the name of a purpose for that of a recipient', () => {
    const policy = policyOf({ 'p@partner': 'consent', p: 'consent' })
    expect(outcomeOf(decide(policy, personal, known(), state({ 'p@partner': 'granted' })))).toBe('no_grant')
  })
})

describe('decide, for several people', () => {
  const together = (
    presents: readonly (ConsentState | undefined)[],
    changes: Partial<Circumstances> = {},
    flow = personal,
  ) => {
    const people = presents.map((present, index) => ({
      subject: { subject: `s${index}` },
      atCapture: undefined,
      present,
    }))
    return decideBy(flowRules(policyOf({ p: 'consent', q: 'consent' }), flow), { ...known(), people, ...changes })
  }
  const yes = state({ p: 'granted', q: 'granted' })

  it.each<[string, readonly (ConsentState | undefined)[], string]>([
    ['all agree', [yes, yes, yes], 'deliver'],
    ['one never said anything', [yes, state({}), yes], 'no_grant'],
    ['one refuses', [yes, yes, state({ p: 'denied' })], 'denied'],
    ['one refuses and one is unset: the refusal is told', [state({}), state({ p: 'denied' })], 'denied'],
    ['the grant of one is too old', [yes, state({ p: 'granted' }, { validUntil: now - 1 })], 'stale_consent'],
    ['nobody answers for one', [yes, undefined], 'no_grant'],
  ])('%s', (_name, presents, outcome) => {
    expect(outcomeOf(together(presents))).toBe(outcome)
  })

  it('waits for the last answer, unless somebody has refused already', () => {
    expect(outcomeOf(together([yes, undefined], { last: false }))).toBe('wait')
    expect(outcomeOf(together([state({ p: 'denied' }), undefined], { last: false }))).toBe('denied')
  })

  it('delivers for the purposes that all of them allow, and names them all', () => {
    const both = flowOf(['p', 'q'], 'pseudonymous')
    const verdict = together([yes, state({ p: 'granted', q: 'denied' })], {}, both)
    expect(verdict).toMatchObject({ kind: 'deliver', purposes: ['p'] })
    expect(verdict.kind === 'deliver' && verdict.about.map(({ subject }) => subject.subject)).toEqual(['s0', 's1'])
    expect(outcomeOf(together([state({ p: 'granted' }), state({ q: 'granted' })], {}, both))).toBe('no_grant')
  })

  it('delivers exactly the purposes that each of them alone would let out', () => {
    const grant = fc.constantFrom<Grant>('granted', 'denied', 'unset')
    const present = fc.option(
      fc.record({ p: grant, q: grant }).map((grants) => state(grants)),
      { nil: undefined },
    )
    const both = flowOf(['p', 'q'], 'pseudonymous')
    fc.assert(
      fc.property(fc.array(present, { minLength: 1, maxLength: 4 }), (presents) => {
        const alone = presents.map((each) => together([each], {}, both))
        const verdict = together(presents, {}, both)
        const allowed = ['p', 'q'].filter((purpose) =>
          alone.every((each) => each.kind === 'deliver' && each.purposes.includes(purpose)),
        )
        expect(verdict.kind === 'deliver' ? verdict.purposes : []).toEqual(allowed)
      }),
    )
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
      fc.property(states, states, fc.boolean(), fc.boolean(), (atCapture, present, last, open) => {
        const circumstances = known({ atCapture, last, open })
        const verdict = decide(policy, flowOf(['p', 'q'], 'pseudonymous'), circumstances, present)
        if (verdict.kind !== 'deliver') return
        for (const purpose of verdict.purposes as ('p' | 'q')[]) {
          expect(present?.grants[purpose]).toBe('granted')
          expect(atCapture?.grants[purpose] ?? 'granted').toBe('granted')
          expect(present?.validUntil).toBeGreaterThan(now)
        }
      }),
    )
  })
})
