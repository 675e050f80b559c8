import type { Ledger } from 'privity/consent/ledger'
import { answer } from '../consent.ts'
import { addArticle } from './articles.ts'
import { type Database, inTransaction } from './database.ts'
import { addMessage } from './messages.ts'
import { hashPassword } from './passwords.ts'
import { findAccount, type Person } from './people.ts'
import { type SeedPerson, type SeedTenant, seedPassword, seedTenants } from './seed-people.ts'
import { answers, drafts, notes, seedArticles } from './seed-tickets.ts'
import { findTicket, openTicket, priorities, setTicketProperties, statuses } from './tickets.ts'

/** Fills an empty database with made-up companies. A database that has any company is left as it is. */
export async function seedIfEmpty(db: Database, ledger: Ledger): Promise<void> {
  const { rows } = await db.query('select from tenants limit 1')
  if (rows.length > 0) return
  const passwordHash = await hashPassword(seedPassword)
  for (const tenant of seedTenants) {
    const tenantId = await seedPeople(db, tenant, passwordHash)
    for (const article of seedArticles) await addArticle(db, tenantId, article)
    await seedTickets(db, ledger, tenant.people)
  }
}

async function seedPeople(db: Database, tenant: SeedTenant, passwordHash: string): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const { rows } = await transaction.query<{ id: number }>('insert into tenants (name) values ($1) returning id', [
      tenant.name,
    ])
    const tenantId = rows[0]?.id ?? 0
    for (const { role, name, email, phone } of tenant.people)
      await transaction.query(
        `insert into people (tenant_id, role, name, email, phone, password_hash) values ($1, $2, $3, $4, $5, $6)`,
        [tenantId, role, name, email, phone, passwordHash],
      )
    return tenantId
  })
}

async function seedTickets(db: Database, ledger: Ledger, people: readonly SeedPerson[]): Promise<void> {
  const accounts: [SeedPerson, Person][] = []
  for (const seed of people) {
    const account = await findAccount(db, seed.email)
    if (account === undefined) throw new Error('a seeded person is not there')
    await answer(ledger, account, seed.answers)
    accounts.push([seed, account])
  }
  const agents = accounts.map(([, account]) => account).filter(({ role }) => role === 'agent')
  const customers = accounts.filter(([, account]) => account.role === 'customer')
  let turn = 0
  for (const [seed, customer] of customers) {
    for (let count = 0; count < 3; count += 1) {
      const agent = agents[turn % agents.length]
      const draft = pick(drafts, turn * 3 + count)(seed)
      const number = await openTicket(db, customer, { ...draft, priority: pick(priorities, turn + count) })
      const ticket = await findTicket(db, customer, number)
      if (agent === undefined || ticket === undefined) throw new Error('a seeded ticket is not there')
      if (count > 0) await addMessage(db, agent, ticket, { body: pick(answers, turn)(seed), internal: false })
      if (count > 1) await addMessage(db, agent, ticket, { body: pick(notes, turn)(seed), internal: true })
      const assigneeId = count === 0 ? null : agent.id
      const properties = { status: pick(statuses, count), priority: pick(priorities, turn + count), tags: draft.tags }
      await setTicketProperties(db, agent, ticket, { ...properties, assigneeId })
      turn += 1
    }
  }
}

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T
}
