import { fileURLToPath } from 'node:url'
import type { Request } from 'express'
import type { Subject } from 'privity/consent'
import { bindSubjects, subjectForExpress } from 'privity/node'
import { readPolicy } from 'privity/policy'
import type { Person } from './data/people.ts'
import { visitOf } from './web/visit.ts'

/**
 * What the help desk says to Privity about its requests: whom they are about. Without `--require privity/register`
 * nobody listens, and the help desk runs the same.
 */
export const policy = readPolicy(fileURLToPath(new URL('./privity.policy.yaml', import.meta.url)), 'keep')

/** What people are asked on the page "Privacy": the purposes that some flow of the policy serves and that need a yes. */
export const consentPurposes = [...new Set(Object.values(policy.flows).flatMap((flow) => flow.purposes))]
  .map((name) => policy.purposes[name])
  .filter((purpose) => purpose?.basis === 'consent')
  .map((purpose) => ({ name: '', title: '', description: '', ...purpose }))

/** Middleware, behind `loadVisit`: from here on the records of the request are about the signed-in person. */
export const bindVisitor = subjectForExpress((request: Request) => {
  // asked once more when the response is done: then a request that signs somebody in is about them, too
  const session = request.res && visitOf(request.res)?.session
  return session && { ...subjectOf(session.person), session: session.id }
})

/** The request is about somebody else as well, such as the customer whose ticket an agent reads: both have to agree. */
export function alsoAbout(person: Pick<Person, 'tenantId' | 'id'>): void {
  bindSubjects([subjectOf(person)])
}

/** A person, as consent and telemetry name them. */
export function subjectOf({ tenantId, id }: Pick<Person, 'tenantId' | 'id'>): Subject {
  return { tenant: String(tenantId), subject: String(id) }
}
