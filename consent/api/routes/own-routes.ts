import type { OpenAPIHono } from '@hono/zod-openapi'
import type { LedgerChange } from '../../ledger/ledger.ts'
import { type ApiParts, apiRoute, jsonBody, jsonOf, streamOf } from '../api-route.ts'
import { type ApiEnv, subjectOf } from '../caller.ts'
import { changeStream } from '../change-stream.ts'
import { consentView } from '../consent-view.ts'
import { historyPage } from '../history-page.ts'
import { recordAnswers } from '../record-answers.ts'
import { AnswerHeaders, Consent, History, OwnAnswers, Page } from '../schemas.ts'

/** For the person who asks, about themselves. A signal of their browser is honoured on each of them. */
export function addOwnRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { ledger, policy, hub, now } = parts
  app.openapi(
    apiRoute(
      parts,
      { scope: 'self' },
      {
        method: 'get',
        path: '/me/consent',
        summary: 'What I am asked, and what I said',
        responses: { 200: jsonOf(Consent, 'Every purpose, whether or not something was said.') },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const subject = subjectOf(caller, caller.name)
      const signalled = c.get('signalled')
      return c.json(consentView(await ledger.read(subject), policy, signalled !== undefined), 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'self', changes: true },
      {
        method: 'put',
        path: '/me/consent',
        summary: 'Say yes or no',
        description: 'All the changes count, or none. What is not named stays.',
        request: { headers: AnswerHeaders, body: jsonBody(OwnAnswers) },
        responses: { 200: jsonOf(Consent, 'What counts now; written down durably.') },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const subject = subjectOf(caller, caller.name)
      const signalled = c.get('signalled')
      const { method, ...answers } = c.req.valid('json')
      const idempotencyKey = c.req.valid('header')['idempotency-key']
      await recordAnswers({
        ledger,
        policy,
        subject,
        answers,
        method,
        actor: 'subject',
        idempotencyKey,
        signalled: signalled ?? [],
      })
      return c.json(consentView(await ledger.read(subject), policy, signalled !== undefined), 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'self' },
      {
        method: 'get',
        path: '/me/history',
        summary: 'All that I ever said',
        request: { query: Page },
        responses: { 200: jsonOf(History, 'The oldest first.') },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const subject = subjectOf(caller, caller.name)
      return c.json(await historyPage(ledger, subject, c.req.valid('query')), 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'self' },
      {
        method: 'get',
        path: '/me/events',
        summary: 'My changes, as they happen',
        description: 'Events `ready` and `consent` with the epoch; ends with the token.',
        responses: { 200: streamOf('Server-sent events.') },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const subject = subjectOf(caller, caller.name)
      const topic = { tenant: caller.tenant, subject: ledger.pseudonymOf(subject) }
      const tell = ({ epoch }: LedgerChange) => ({ epoch })
      return changeStream(hub, topic, { ready: {}, tell, endsAt: caller.expiresAt, now })
    },
  )
}
