import type { z } from '@hono/zod-openapi'
import type { Subject } from '../consent-source.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { entryView } from './consent-view.ts'
import type { History } from './schemas.ts'

/** A page of what a person said, with where the next one begins, if there may be one. */
export async function historyPage(
  ledger: Ledger,
  subject: Subject,
  page: { readonly after: number; readonly limit: number },
): Promise<z.infer<typeof History>> {
  const entries = await ledger.history(subject, page)
  const next = entries.length < page.limit ? undefined : entries.at(-1)?.seq
  return { entries: entries.map(entryView), next }
}
