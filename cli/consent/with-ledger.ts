import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Ledger } from '../../consent/ledger/ledger.ts'
import type { LedgerPool } from '../../consent/ledger/postgres-ledger-database.ts'
import type { Policy } from '../../policy/policy.ts'
import type { CommandIo } from '../command.ts'
import { readPolicyArgument } from '../read-policy-argument.ts'

/** What every command of consent takes. */
export const ledgerOptions = {
  ledger: { type: 'string' },
  policy: { type: 'string' },
  tenant: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig

export const subjectOptions = {
  ...ledgerOptions,
  subject: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

/** The lines of a usage that say so. */
export const ledgerUsage = [
  '  --ledger FILE     the ledger: a file of SQLite, or postgres://…; else PRIVITY_LEDGER',
  '  --policy FILE     the policy; else the one that a process in this directory would take',
  '  --tenant TENANT   the company; without, people who belong to none',
  '  --json            for programs',
  '',
  'PRIVITY_KEY is the key that the application has: people are found by it, and by nothing else.',
]

/** Something that the call lacks; the message says what to do. */
export class CallError extends Error {}

/** Opens the ledger, and closes it whatever happens. */
export async function withLedger<T>(
  values: { readonly ledger?: string; readonly policy?: string },
  io: CommandIo,
  work: (ledger: Ledger, policy: Policy) => Promise<T>,
): Promise<T> {
  const address = values.ledger ?? io.env.PRIVITY_LEDGER
  if (!address) throw new CallError('which ledger? Name it with --ledger, or in PRIVITY_LEDGER')
  const key = io.env.PRIVITY_KEY
  if (!key) throw new CallError('PRIVITY_KEY is not set: without the key of the application nobody can be found')
  const { policy } = readPolicyArgument(values.policy, io)
  // not above: no other command needs a database
  const { openLedger } = await import('../../consent/ledger/open-ledger.ts')
  const isUrl = /^postgres(?:ql)?:/u.test(address)
  // opening makes one where there is none: a misspelt name would be an empty ledger that verifies
  if (!isUrl && !existsSync(resolve(io.cwd, address))) throw new CallError(`there is no ledger at ${address}`)
  const pool = isUrl ? await openPool(address, io.cwd) : undefined
  const database = pool === undefined ? { sqlite: resolve(io.cwd, address) } : { postgres: pool }
  try {
    const ledger = await openLedger({ policy, key, database })
    try {
      return await work(ledger, policy)
    } finally {
      await ledger.close()
    }
  } finally {
    await pool?.end()
  }
}

/** The driver is the application's: who keeps the ledger in PostgreSQL has it. */
async function openPool(connectionString: string, cwd: string): Promise<LedgerPool> {
  let found: string
  try {
    found = createRequire(join(cwd, 'package.json')).resolve('pg')
  } catch {
    throw new CallError('a ledger in PostgreSQL needs the package pg: npm install pg')
  }
  const loaded = (await import(pathToFileURL(found).href)) as { default: { Pool: new (options: object) => LedgerPool } }
  return new loaded.default.Pool({ connectionString, max: 3 })
}

/** @throws CallError if nobody is named */
export function subjectOf({ subject, tenant }: { readonly subject?: string; readonly tenant?: string }) {
  if (!subject) throw new CallError('who? Name the person with --subject, by the id that the application has')
  return tenant === undefined ? { subject } : { tenant, subject }
}

/** Writes how far long work is, where somebody watches. */
export function progressOf(io: CommandIo, what: string): ((done: number, total: number) => void) | undefined {
  const { showProgress } = io
  if (showProgress === undefined) return undefined
  return (done, total) => {
    const share = total === 0 ? 100 : Math.floor((done / total) * 100)
    showProgress(`\r${what} ${done} of ${total} entries, ${share} %${done === total ? '\n' : ''}`)
  }
}

/** Unix milliseconds as people and programs read them. */
export function timeOf(millis: number): string {
  return new Date(millis).toISOString()
}
