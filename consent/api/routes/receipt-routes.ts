import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { type ApiParts, apiRoute, jsonOf } from '../api-route.ts'
import { type ApiEnv, subjectOf } from '../caller.ts'
import { historyPage } from '../history-page.ts'
import { notFound, ProblemError } from '../problem.ts'
import { Page, Receipts } from '../schemas.ts'

/** Receipts of what a person said, for them to keep. */
export function addReceiptRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { ledger, receipt, basePath = '' } = parts
  if (receipt === undefined) return
  app.openapi(
    apiRoute(
      parts,
      { scope: 'self' },
      {
        method: 'get',
        path: '/me/receipts',
        summary: 'What I can get a receipt of',
        request: { query: Page },
        responses: { 200: jsonOf(Receipts, 'The oldest first.') },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const { entries, next } = await historyPage(ledger, subjectOf(caller, caller.name), c.req.valid('query'))
      const receipts = entries.map(({ seq, event, purpose, recipient, recordedAt }) => ({
        seq,
        event,
        purpose,
        recipient,
        recordedAt,
        url: `${basePath}/v1/me/receipts/${seq}`,
      }))
      return c.json({ receipts, next }, 200)
    },
  )
  app.openapi(
    apiRoute(
      parts,
      { scope: 'self' },
      {
        method: 'get',
        path: '/me/receipts/{seq}',
        summary: 'One receipt',
        request: { params: z.object({ seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }) },
        responses: {
          200: {
            description: 'Signed, to be verified without this API.',
            content: { 'application/jose': { schema: z.string() } },
          },
        },
      },
    ),
    async (c) => {
      const caller = c.get('caller')
      const { seq } = c.req.valid('param')
      // among their own entries: the number of somebody else's is as good as none
      const [entry] = await ledger.history(subjectOf(caller, caller.name), { after: seq - 1, limit: 1 })
      if (entry?.seq !== seq) throw new ProblemError(notFound)
      return c.body(await receipt(entry), 200, {
        'content-type': 'application/jose',
        'content-disposition': `attachment; filename="consent-receipt-${seq}.jws"`,
      })
    },
  )
}
