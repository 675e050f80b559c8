import { context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConsentSource, ConsentState } from '../../consent/consent-source.ts'
import { memoryConsent } from '../../consent/memory-consent.ts'
import { type CarriedConsent, carriedConsent, withCarriedConsent } from '../../consent/propagation/carried-consent.ts'
import { createSubjectPseudonym } from '../../consent/subject-pseudonym.ts'
import { createSwitchableSource } from '../../consent/switchable-source.ts'
import type { Grant } from '../../policy/policy.ts'
import { logRecord, spanContext, spanRecord, testGuard, testKey } from '../guard-fixture.ts'
import { bindSubject, runWithSubject } from './subject-binding.ts'

const pseudonymOf = createSubjectPseudonym(testKey)
const ada = { tenant: 'acme', subject: 'ada-4711' }
const bob = { tenant: 'acme', subject: 'bob-0815' }

function carriedFor(personalization: Grant, fields: Partial<ConsentState> = {}): CarriedConsent {
  const sub = pseudonymOf(ada)
  const grants = { personalization }
  return {
    subject: { tenant: 'acme', subject: sub, pseudonymous: true },
    consent: { epoch: 5, changedAt: 0, validUntil: Date.now() + 60_000, grants, ...fields },
    token: 'a.b.c',
    isAbout: (subject) => subject.tenant === 'acme' && pseudonymOf(subject) === sub,
  }
}

function said(personalization: Grant, epoch: number, validUntil = Number.POSITIVE_INFINITY): ConsentSource {
  return { read: () => ({ epoch, changedAt: 0, validUntil, grants: { personalization } }) }
}

type TestGuard = ReturnType<typeof testGuard>

/** A request that came with a token: its server span, and what `handle` does in it. */
function serve(guard: TestGuard, carried = carriedFor('granted'), handle: () => void = () => {}) {
  const span = spanRecord()
  const remote = trace.setSpanContext(withCarriedConsent(ROOT_CONTEXT, carried), { ...spanContext(), isRemote: true })
  guard.stampSpan(span, remote)
  const active = trace.setSpanContext(remote, span.spanContext())
  context.with(active, handle)
  guard.endSpan(span)
  return { span, active }
}

function judged(guard: TestGuard, span = serve(guard).span) {
  const judgement = guard.judgeSpan(span, 'company_context', true)
  return judgement.kind === 'deliver' ? judgement.record.attributes : judgement
}

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())

describe('a request that came with a consent token', () => {
  it('is about its subject, by the pseudonym that they have where they are known by their id', () => {
    const guard = testGuard()
    const known = testGuard(said('granted', 1))
    const own = spanRecord()
    runWithSubject(ada, () => known.stampSpan(own, context.active()))
    const there = judged(known, own) as Record<string, unknown>
    expect(judged(guard)).toMatchObject({
      'privity.subject': there['privity.subject'],
      'privity.tenant': there['privity.tenant'],
      'privity.consent.epoch': 5,
    })
  })

  it('has child spans and logs that are about them, too, also where no span is recorded', () => {
    const guard = testGuard()
    const { active } = serve(guard)
    const child = spanRecord({ kind: SpanKind.INTERNAL })
    guard.stampSpan(child, active)
    expect(judged(guard, child)).toMatchObject({ 'privity.form': 'pseudonymous' })
    for (const where of [active, withCarriedConsent(ROOT_CONTEXT, carriedFor('granted'))]) {
      const log = logRecord()
      guard.stampLog(log, where)
      expect(guard.judgeLog(log, 'company_context', true).kind).toBe('deliver')
      expect(guard.mayCarry('content', where)).toBe(true)
    }
  })

  it.each<[string, CarriedConsent, string]>([
    ['denies', carriedFor('denied'), 'denied'],
    ['says nothing', carriedFor('unset'), 'no_grant'],
    ['has expired meanwhile', carriedFor('granted', { validUntil: 0 }), 'stale_consent'],
    ['denies and has expired', carriedFor('denied', { validUntil: 0 }), 'denied'],
  ])('lets nothing out where it %s', (_name, carried, reason) => {
    const guard = testGuard()
    expect(judged(guard, serve(guard, carried).span)).toEqual({ kind: 'withhold', reason })
  })

  it.each<[string, ConsentSource, string | undefined]>([
    ['has withdrawn since', said('denied', 6), 'denied'],
    ['has taken everything back since', said('unset', 6), 'no_grant'],
    ['denies in an older answer', said('denied', 4), 'denied'],
    ['was silent in an older answer', said('unset', 4), undefined],
    ['grants in a newer answer', said('granted', 6), undefined],
    ['granted in a newer answer, which is stale', said('granted', 6, 0), 'stale_consent'],
    ['was never heard of', memoryConsent(), undefined],
    ['cannot be asked for yet', createSwitchableSource(), undefined],
  ])('asks the own source, too: the person %s', (_name, source, reason) => {
    const guard = testGuard(source)
    const outcome = judged(guard)
    if (reason === undefined) expect(outcome).toMatchObject({ 'privity.form': 'pseudonymous' })
    else expect(outcome).toEqual({ kind: 'withhold', reason })
  })

  it('counts a withdrawal between capture and export', () => {
    let source = said('granted', 5)
    const guard = testGuard({ read: (subject) => source.read(subject) })
    const { span } = serve(guard)
    source = said('denied', 6)
    expect(judged(guard, span)).toEqual({ kind: 'withhold', reason: 'withdrawn' })
  })

  it('may learn the id of the same person', () => {
    const guard = testGuard()
    const { span, active } = serve(guard, carriedFor('granted'), () => void bindSubject({ ...ada, session: 's-1' }))
    expect(judged(guard, span)).toMatchObject({ 'privity.form': 'pseudonymous' })
    expect(guard.presentIn(active)).toMatchObject({ subject: ada, consent: { epoch: 5 }, carried: { token: 'a.b.c' } })
  })

  it('is about nobody where the application says somebody else', () => {
    const guard = testGuard()
    const { span, active } = serve(guard, carriedFor('granted'), () => void bindSubject(bob))
    expect(judged(guard, span)).toEqual({ kind: 'withhold', reason: 'unknown_subject' })
    expect(guard.presentIn(active)).toBeUndefined()
  })

  it('leaves what the application runs for somebody else to them', () => {
    const guard = testGuard(memoryConsent())
    const { active } = serve(guard)
    context.with(active, () =>
      runWithSubject(bob, () => {
        expect(guard.presentIn(context.active())).toMatchObject({ subject: bob, carried: undefined })
        expect(carriedConsent(context.active())).toBeDefined()
      }),
    )
  })

  it('lets the pseudonym of the token out nowhere', () => {
    const guard = testGuard()
    const { span } = serve(guard)
    const told = { ...span, attributes: { 'app.note': `of ${pseudonymOf(ada)}` } }
    const judgement = guard.judgeSpan(told, 'company_context', true)
    expect(judgement.kind).toBe('deliver')
    expect(JSON.stringify(judgement)).not.toContain(pseudonymOf(ada))
  })
})

describe('a request without one', () => {
  it('is about nobody until somebody is bound', () => {
    const guard = testGuard(said('granted', 1))
    const span = spanRecord()
    guard.stampSpan(span, ROOT_CONTEXT)
    expect(guard.presentIn(trace.setSpanContext(ROOT_CONTEXT, span.spanContext()))).toBeUndefined()
    expect(guard.presentIn(ROOT_CONTEXT)).toBeUndefined()
  })
})
