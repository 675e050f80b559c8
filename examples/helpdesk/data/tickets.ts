import { type Database, inTransaction, type Queryable } from './database.ts'
import type { Person } from './people.ts'

export const statuses = ['open', 'pending', 'solved'] as const
type Status = (typeof statuses)[number]
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
type Priority = (typeof priorities)[number]

export interface Ticket {
  readonly id: number
  readonly number: number
  readonly subject: string
  readonly status: Status
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly requesterId: number
  readonly requesterName: string
  readonly assigneeId: number | null
  readonly assigneeName: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface TicketFilter {
  readonly status?: Status
  readonly tag?: string
  readonly assigneeId?: number
  readonly requesterId?: number
  /** From 1. */
  readonly page: number
}

export const ticketsPerPage = 20

export const ticketSource = `
  select t.id, t.number, t.subject, t.status, t.priority, t.tags, t.requester_id as "requesterId", r.name as "requesterName",
    t.assignee_id as "assigneeId", a.name as "assigneeName", t.created_at as "createdAt", t.updated_at as "updatedAt"
  from tickets t
    join people r on r.tenant_id = t.tenant_id and r.id = t.requester_id
    left join people a on a.tenant_id = t.tenant_id and a.id = t.assignee_id`

/** Customers see their own tickets, agents all of their tenant. */
export function ownTicketsOnly(viewer: Person): number | null {
  return viewer.role === 'customer' ? viewer.id : null
}

/** The newest first; one more than a page when there is a next one. */
export async function listTickets(db: Queryable, viewer: Person, filter: TicketFilter): Promise<Ticket[]> {
  const { rows } = await db.query<Ticket>(
    `${ticketSource}
     where t.tenant_id = $1 and ($2::int is null or t.requester_id = $2)
       and ($3::text is null or t.status = $3) and ($4::text is null or $4 = any (t.tags))
       and ($5::int is null or t.assignee_id = $5) and ($6::int is null or t.requester_id = $6)
     order by t.updated_at desc, t.id desc limit $7 offset $8`,
    [
      viewer.tenantId,
      ownTicketsOnly(viewer),
      filter.status,
      filter.tag,
      filter.assigneeId,
      filter.requesterId,
      ticketsPerPage + 1,
      (filter.page - 1) * ticketsPerPage,
    ],
  )
  return rows
}

export async function findTicket(db: Queryable, viewer: Person, number: number): Promise<Ticket | undefined> {
  const { rows } = await db.query<Ticket>(
    `${ticketSource} where t.tenant_id = $1 and ($2::int is null or t.requester_id = $2) and t.number = $3`,
    [viewer.tenantId, ownTicketsOnly(viewer), number],
  )
  return rows[0]
}

export interface NewTicket {
  readonly subject: string
  readonly body: string
  readonly priority: Priority
}

/** @returns the number of the ticket: counted per tenant, so that it tells nothing about the others */
export async function openTicket(db: Database, requester: Person, ticket: NewTicket): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const counter = await transaction.query<{ number: number }>(
      'update tenants set last_ticket = last_ticket + 1 where id = $1 returning last_ticket as number',
      [requester.tenantId],
    )
    const number = counter.rows[0]?.number ?? 0
    await transaction.query(
      `with ticket as (
         insert into tickets (tenant_id, number, requester_id, subject, priority) values ($1, $2, $3, $4, $5) returning id
       )
       insert into messages (tenant_id, ticket_id, author_id, body) select $1, id, $3, $6 from ticket`,
      [requester.tenantId, number, requester.id, ticket.subject, ticket.priority, ticket.body],
    )
    return number
  })
}

export interface TicketProperties {
  readonly status: Status
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly assigneeId: number | null
}

/** @returns `false` when the assignee is no agent of the tenant; then nothing changes */
export async function setTicketProperties(
  db: Queryable,
  agent: Person,
  ticket: Ticket,
  { status, priority, tags, assigneeId }: TicketProperties,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update tickets set status = $3, priority = $4, tags = $5, assignee_id = $6, updated_at = now()
     where tenant_id = $1 and id = $2
       and ($6::int is null or exists (select from people where tenant_id = $1 and id = $6 and role = 'agent'))`,
    [agent.tenantId, ticket.id, status, priority, tags, assigneeId],
  )
  return rowCount === 1
}
