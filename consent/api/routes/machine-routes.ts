import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Subject } from '../../consent-source.ts'
import { type ApiParts, apiRoute, jsonBody, jsonOf, streamOf } from '../api-route.ts'
import { type ApiEnv, type Caller, subjectOf } from '../caller.ts'
import { changeStream } from '../change-stream.ts'
import { allGrants } from '../consent-view.ts'
import { States, StatesQuestion } from '../schemas.ts'

const maxQuestionBytes = 2_097_152
/** A database answers some at once; all at once would keep others waiting. */
const atOnce = 32

/** For guards in other processes: states of subjects of the machine's tenant, and when to ask anew. */
export function addMachineRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { ledger, policy, hub, now } = parts

  const stateOf = async (subject: Subject) => {
    const { epoch, changedAt, grants, validUntil } = await ledger.state(subject)
    return {
      pseudonym: ledger.pseudonymOf(subject),
      epoch,
      changedAt,
      grants: allGrants(grants, policy),
      // a span and no time: the clocks of two machines differ
      validForMillis: Number.isFinite(validUntil) ? Math.max(0, validUntil - now()) : undefined,
    }
  }

  app.openapi(
    // reads, though it is a POST: ids are not for URLs. So a machine may use its token again here.
    apiRoute(
      parts,
      { scope: 'consent:read', maxBytes: maxQuestionBytes },
      {
        method: 'post',
        path: '/states',
        summary: 'What up to 1000 subjects say now',
        request: { body: jsonBody(StatesQuestion) },
        responses: { 200: jsonOf(States, 'One state for each, whether or not they ever said something.') },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const subjects = c.req.valid('json').subjects.map((asked) => askedFor(caller, asked))
      const states: Awaited<ReturnType<typeof stateOf>>[] = []
      for (let start = 0; start < subjects.length; start += atOnce)
        states.push(...(await Promise.all(subjects.slice(start, start + atOnce).map(stateOf))))
      return c.json({ tenant: caller.tenant, states }, 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'consent:read' },
      {
        method: 'get',
        path: '/changes',
        summary: 'Who changed something, as it happens',
        description:
          'Events `ready` (with the tenant) and `consent` (pseudonym and epoch); ends with the token. After `ready`, ask anew for what you knew before.',
        responses: { 200: streamOf('Server-sent events.') },
      },
    ),
    (c) => {
      const { tenant, expiresAt } = c.get('caller')
      return changeStream(
        hub,
        { tenant },
        {
          ready: { tenant },
          tell: ({ subject, epoch }) => ({ pseudonym: subject, epoch }),
          endsAt: expiresAt,
          now,
        },
      )
    },
  )
}

function askedFor(caller: Caller, asked: { readonly subject: string } | { readonly pseudonym: string }): Subject {
  if ('subject' in asked) return subjectOf(caller, asked.subject)
  return { ...subjectOf(caller, asked.pseudonym), pseudonymous: true }
}
