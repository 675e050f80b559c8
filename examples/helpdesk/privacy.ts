import { fileURLToPath } from 'node:url'
import type { Request } from 'express'
import { memoryConsent } from 'privity/consent'
import { provideConsent, subjectForExpress } from 'privity/node'
import { readPolicy } from 'privity/policy'
import type { Database } from './data/database.ts'
import { allGrants, type Grants } from './data/grants.ts'
import type { Person } from './data/people.ts'
import { visitOf } from './web/visit.ts'

/**
 * All that the help desk has to say to Privity: whom a request is about, and what people have agreed to. Without
 * `--require privity/register` nobody listens, and the help desk runs the same.
 */
const policy = readPolicy(fileURLToPath(new URL('./privity.policy.yaml', import.meta.url)), 'keep')

/** What people are asked on the page "Privacy": the purposes that some flow of the policy serves and that need a yes. */
export const consentPurposes = [...new Set(Object.values(policy.flows).flatMap((flow) => flow.purposes))]
  .map((name) => policy.purposes[name])
  .filter((purpose) => purpose?.basis === 'consent')
  .map((purpose) => ({ name: '', title: '', description: '', ...purpose }))

/** Middleware, behind `loadVisit`: from here on the records of the request are about the signed-in person. */
export const bindSubjects = subjectForExpress((request: Request) => {
  // asked once more when the response is done: then a request that signs somebody in is about them, too
  const session = request.res && visitOf(request.res)?.session
  return session && { ...subjectOf(session.person.tenantId, session.person.id), session: session.id }
})

const consent = memoryConsent()

/** Before the first request: what people said while the server was not running. */
export async function loadGrants(db: Database): Promise<void> {
  for (const { tenantId, personId, grants } of await allGrants(db)) consent.set(subjectOf(tenantId, personId), grants)
  provideConsent(consent)
}

/** On every change of the settings. Counts at once, also for what was captured before and has not left yet. */
export function grantsChanged(person: Person, answers: Grants): void {
  consent.set(subjectOf(person.tenantId, person.id), answers)
}

function subjectOf(tenantId: number, personId: number): { tenant: string; subject: string } {
  return { tenant: String(tenantId), subject: String(personId) }
}
