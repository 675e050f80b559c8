import { createHash, randomBytes } from 'node:crypto'
import type { Queryable } from './database.ts'
import { type Person, personColumns } from './people.ts'

export const sessionHours = 12

export interface Session {
  readonly id: string
  readonly person: Person
}

/** What a browser keeps in its cookie. Also given to visitors who have not signed in, for their forms. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

export async function openSession(db: Queryable, person: Person, token: string): Promise<Session> {
  const id = sessionId(token)
  await db.query('delete from sessions where expires_at < now()')
  await db.query(
    `insert into sessions (id, tenant_id, person_id, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))`,
    [id, person.tenantId, person.id, sessionHours],
  )
  return { id, person }
}

export async function findSession(db: Queryable, token: string): Promise<Session | undefined> {
  const id = sessionId(token)
  const { rows } = await db.query<Person>(
    `select ${personColumns}
     from sessions s join people p on p.tenant_id = s.tenant_id and p.id = s.person_id join tenants t on t.id = p.tenant_id
     where s.id = $1 and s.expires_at > now()`,
    [id],
  )
  return rows[0] && { id, person: rows[0] }
}

export async function closeSession(db: Queryable, token: string): Promise<void> {
  await db.query('delete from sessions where id = $1', [sessionId(token)])
}

function sessionId(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
