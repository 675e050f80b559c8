import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Subject } from '../../consent-source.ts'
import { type ApiParts, apiRoute, jsonBody, jsonOf, streamOf } from '../api-route.ts'
import { type ApiEnv, type Caller, subjectOf } from '../caller.ts'
import { consentView } from '../consent-view.ts'
import { historyPage } from '../history-page.ts'
import { type Problem, ProblemError } from '../problem.ts'
import { recordAnswers } from '../record-answers.ts'
import { AnswerHeaders, Consent, History, OperatorAnswers, Page, pseudonymPattern, subjectText } from '../schemas.ts'
import { createVerification } from '../verification.ts'

const Params = z.object({ subject: subjectText })
const Naming = z.object({
  pseudonymous: z.enum(['true']).optional().describe('`subject` is a pseudonym of the ledger'),
})

/** For those who look after a tenant's consent: read, correct, verify. */
export function addOperatorRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { ledger, policy } = parts
  app.openapi(
    apiRoute(
      parts,
      { scope: 'operator' },
      {
        method: 'get',
        path: '/subjects/{subject}/consent',
        summary: 'What a person said',
        request: { params: Params, query: Naming },
        responses: { 200: jsonOf(Consent, 'Also for somebody who never said anything, or is unknown.') },
      },
    ),
    async (c) => {
      const subject = named(c.get('caller'), c.req.valid('param').subject, c.req.valid('query').pseudonymous)
      return c.json(consentView(await ledger.read(subject), policy, false), 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'operator' },
      {
        method: 'get',
        path: '/subjects/{subject}/history',
        summary: 'All that a person ever said',
        request: { params: Params, query: Page.extend(Naming.shape) },
        responses: { 200: jsonOf(History, 'The oldest first.') },
      },
    ),
    async (c) => {
      const { pseudonymous, ...page } = c.req.valid('query')
      const subject = named(c.get('caller'), c.req.valid('param').subject, pseudonymous)
      return c.json(await historyPage(ledger, subject, page), 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'operator', changes: true },
      {
        method: 'post',
        path: '/subjects/{subject}/consent',
        summary: 'Write down what a person said elsewhere',
        description: 'Recorded as done by an operator.',
        request: { params: Params, query: Naming, headers: AnswerHeaders, body: jsonBody(OperatorAnswers) },
        responses: { 200: jsonOf(Consent, 'What counts now; written down durably.') },
      },
    ),
    async (c) => {
      const subject = named(c.get('caller'), c.req.valid('param').subject, c.req.valid('query').pseudonymous)
      const answers = c.req.valid('json')
      const idempotencyKey = c.req.valid('header')['idempotency-key']
      const by = { method: 'operator', actor: 'operator', signalled: [] } as const
      await recordAnswers({ ledger, policy, subject, answers, idempotencyKey, ...by })
      return c.json(consentView(await ledger.read(subject), policy, false), 200)
    },
  )
  const verify = createVerification(parts)
  app.openapi(
    apiRoute(
      parts,
      { scope: 'operator' },
      {
        method: 'get',
        path: '/verify',
        summary: "Read the tenant's whole chain again",
        description: 'Events `progress` (done, total) and at last `report` or `failed`; ends with the token.',
        responses: { 200: streamOf('Server-sent events.') },
      },
    ),
    (c) => verify(c.get('caller')),
  )
}

/** @throws ProblemError if it should be a pseudonym and is none: nothing must be written under a name that nobody has */
function named(caller: Caller, subject: string, pseudonymous: 'true' | undefined): Subject {
  if (pseudonymous === undefined) return subjectOf(caller, subject)
  if (!pseudonymPattern.test(subject)) throw new ProblemError(noPseudonym)
  return { ...subjectOf(caller, subject), pseudonymous: true }
}

const noPseudonym: Problem = {
  status: 400,
  code: 'invalid_format',
  title: 'Bad request',
  path: 'subject',
  expected: 'a pseudonym of 22 characters',
  received: 'another text',
  hint: 'Leave `pseudonymous` out to name a person by their id.',
}
