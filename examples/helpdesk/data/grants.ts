import { type Database, inTransaction, type Queryable } from './database.ts'
import type { Person } from './people.ts'

/** Three answers, never a yes or no: who was not asked has not refused. */
export const grants = ['granted', 'denied', 'unset'] as const
type Grant = (typeof grants)[number]

/** By purpose; a purpose that is not listed is `unset`. */
export type Grants = Readonly<Record<string, Grant>>

export interface PersonGrants {
  readonly tenantId: number
  readonly personId: number
  readonly grants: Grants
}

const grantsSource = `
  select tenant_id as "tenantId", person_id as "personId", json_object_agg(purpose, answer) as grants from grants`

/** The answers of everybody in every tenant: for the start of the server, never for a page. */
export async function allGrants(db: Queryable): Promise<PersonGrants[]> {
  const { rows } = await db.query<PersonGrants>(`${grantsSource} group by tenant_id, person_id`)
  return rows
}

export async function findGrants(db: Queryable, person: Person): Promise<Grants> {
  const { rows } = await db.query<PersonGrants>(
    `${grantsSource} where tenant_id = $1 and person_id = $2 group by tenant_id, person_id`,
    [person.tenantId, person.id],
  )
  return rows[0]?.grants ?? {}
}

/** Changes the answers to the given purposes and keeps the others. */
export async function setGrants(db: Database, person: Pick<Person, 'tenantId' | 'id'>, answers: Grants): Promise<void> {
  await inTransaction(db, async (transaction) => {
    for (const [purpose, answer] of Object.entries(answers)) {
      await transaction.query('delete from grants where tenant_id = $1 and person_id = $2 and purpose = $3', [
        person.tenantId,
        person.id,
        purpose,
      ])
      if (answer === 'unset') continue
      await transaction.query('insert into grants (tenant_id, person_id, purpose, answer) values ($1, $2, $3, $4)', [
        person.tenantId,
        person.id,
        purpose,
        answer,
      ])
    }
  })
}
