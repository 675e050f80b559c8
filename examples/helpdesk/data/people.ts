import type { Queryable } from './database.ts'

export type Role = 'customer' | 'agent'

export interface Person {
  readonly id: number
  readonly tenantId: number
  readonly tenantName: string
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly phone: string
}

export const personColumns = `p.id, p.tenant_id as "tenantId", t.name as "tenantName", p.role, p.name, p.email, p.phone`

/** For signing in: the only look-up across tenants, as an address says which tenant its owner belongs to. */
export async function findAccount(
  db: Queryable,
  email: string,
): Promise<(Person & { passwordHash: string | null }) | undefined> {
  const { rows } = await db.query<Person & { passwordHash: string | null }>(
    `select ${personColumns}, p.password_hash as "passwordHash"
     from people p join tenants t on t.id = p.tenant_id where lower(p.email) = lower($1)`,
    [email],
  )
  return rows[0]
}

/** For the start of the server, never for a page. */
export async function allTenantIds(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>('select id from tenants order by id')
  return rows.map(({ id }) => id)
}

export async function findPerson(db: Queryable, tenantId: number, id: number): Promise<Person | undefined> {
  const { rows } = await db.query<Person>(
    `select ${personColumns} from people p join tenants t on t.id = p.tenant_id where p.tenant_id = $1 and p.id = $2`,
    [tenantId, id],
  )
  return rows[0]
}

export async function listPeople(db: Queryable, tenantId: number, role: Role): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `select ${personColumns} from people p join tenants t on t.id = p.tenant_id
     where p.tenant_id = $1 and p.role = $2 order by p.name`,
    [tenantId, role],
  )
  return rows
}

/** @throws a unique violation (`isUniqueViolation`) when somebody has the address already */
export async function addCustomer(
  db: Queryable,
  tenantId: number,
  customer: { name: string; email: string; phone: string },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into people (tenant_id, role, name, email, phone) values ($1, 'customer', $2, $3, $4) returning id`,
    [tenantId, customer.name, customer.email, customer.phone],
  )
  return rows[0]?.id ?? 0
}
