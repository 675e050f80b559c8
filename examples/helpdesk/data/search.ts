import type { Article } from './articles.ts'
import type { Queryable } from './database.ts'
import type { Person } from './people.ts'
import { ownTicketsOnly, type Ticket, ticketSource } from './tickets.ts'

const mostResults = 25

/** Tickets whose subject or messages have the words. A customer's search never reads internal notes. */
export async function searchTickets(db: Queryable, viewer: Person, words: string): Promise<Ticket[]> {
  const { rows } = await db.query<Ticket>(
    `${ticketSource}, websearch_to_tsquery('english', $3) query
     where t.tenant_id = $1 and ($2::int is null or t.requester_id = $2)
       and (t.words @@ query or exists (
         select from messages m
         where m.tenant_id = t.tenant_id and m.ticket_id = t.id and m.words @@ query and ($4 or not m.internal)))
     order by ts_rank(t.words, query) desc, t.updated_at desc limit ${mostResults}`,
    [viewer.tenantId, ownTicketsOnly(viewer), words, viewer.role === 'agent'],
  )
  return rows
}

export async function searchArticles(db: Queryable, viewer: Person, words: string): Promise<Article[]> {
  const { rows } = await db.query<Article>(
    `select id, slug, title, body, published, updated_at as "updatedAt"
     from articles, websearch_to_tsquery('english', $2) query
     where tenant_id = $1 and words @@ query and (published or $3)
     order by ts_rank(words, query) desc limit ${mostResults}`,
    [viewer.tenantId, words, viewer.role === 'agent'],
  )
  return rows
}
