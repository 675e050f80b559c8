import type { Subject } from './consent-source.ts'

/** One string for one subject of one tenant. JSON, because no separator is safe in ids that others choose. */
export function subjectKey(subject: Subject): string {
  return JSON.stringify([subject.tenant ?? null, subject.subject, ...(subject.pseudonymous ? ['pseudonymous'] : [])])
}
