import type { Subject } from '../../consent/consent-source.ts'
import type { SubjectBinding } from './subject-binding.ts'

/** People that one operation can be about; with one more, nobody is asked, and it counts as unknown. */
export const maxSubjects = 16

/** The request is about this person, and about nobody else: if it is about others already, it counts as unknown. */
export function bindTo(binding: SubjectBinding, subject: Subject): void {
  if (isAmong(binding, subject)) return
  if (binding.subject !== undefined) binding.conflicting = true
  // also in a conflict: ids of people are replaced wherever they stand
  append(binding, subject)
}

/** The request is about this person as well. */
export function addTo(binding: SubjectBinding, subject: Subject): void {
  if (!isAmong(binding, subject)) append(binding, subject)
}

function append(binding: SubjectBinding, subject: Subject): void {
  if (binding.subject === undefined) binding.subject = subject
  else if ((binding.others?.length ?? 0) + 1 < maxSubjects) binding.others = [...(binding.others ?? []), subject]
  else binding.conflicting = true
}

function isAmong(binding: SubjectBinding, subject: Subject): boolean {
  if (binding.subject === undefined) return false
  if (isSame(binding.subject, subject)) return true
  if (binding.subject.pseudonymous && binding.carried?.isAbout(subject)) {
    // the name from a token, and now the id behind it
    binding.subject = subject
    return true
  }
  return binding.others?.some((other) => isSame(other, subject)) === true
}

function isSame(one: Subject, other: Subject): boolean {
  return one.subject === other.subject && one.tenant === other.tenant && !one.pseudonymous === !other.pseudonymous
}
