import { type Database, inTransaction, type Queryable } from './database.ts'
import type { Person } from './people.ts'
import type { Ticket } from './tickets.ts'

export interface Message {
  readonly id: number
  readonly authorName: string
  readonly authorRole: Person['role']
  /** A note among agents. Customers never see it. */
  readonly internal: boolean
  readonly body: string
  readonly createdAt: Date
}

export async function listMessages(db: Queryable, viewer: Person, ticket: Ticket): Promise<Message[]> {
  const { rows } = await db.query<Message>(
    `select m.id, p.name as "authorName", p.role as "authorRole", m.internal, m.body, m.created_at as "createdAt"
     from messages m join people p on p.tenant_id = m.tenant_id and p.id = m.author_id
     where m.tenant_id = $1 and m.ticket_id = $2 and ($3 or not m.internal)
     order by m.created_at, m.id`,
    [viewer.tenantId, ticket.id, viewer.role === 'agent'],
  )
  return rows
}

/** An answer of a customer opens the ticket again; one of an agent hands it to the customer. */
export async function addMessage(
  db: Database,
  author: Person,
  ticket: Ticket,
  { body, internal }: { body: string; internal: boolean },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction.query(
      'insert into messages (tenant_id, ticket_id, author_id, internal, body) values ($1, $2, $3, $4, $5)',
      [author.tenantId, ticket.id, author.id, internal, body],
    )
    const status = internal ? ticket.status : author.role === 'customer' ? 'open' : 'pending'
    await transaction.query(`update tickets set status = $3, updated_at = now() where tenant_id = $1 and id = $2`, [
      author.tenantId,
      ticket.id,
      status,
    ])
  })
}
