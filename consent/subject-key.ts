import type { Subject } from './consent-source.ts'

/** One string for one subject of one tenant. With the tenant's length, as no separator is safe in ids that others choose. */
export function subjectKey({ tenant, subject, pseudonymous }: Subject): string {
  const kind = pseudonymous ? 'p' : 's'
  return tenant === undefined || tenant === null ? `${kind}:${subject}` : `${kind}${tenant.length}:${tenant}${subject}`
}
