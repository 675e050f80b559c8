import { context } from '@opentelemetry/api'
import type { Subject } from '../../consent/consent-source.ts'
import { addTo } from './binding-people.ts'
import { bindingOfContext } from './subject-binding.ts'

/**
 * Says that the present operation is about all of these people together (a chat, a transfer, a batch), and about whom it
 * is about already. Its records leave only for purposes that every one of them allows. Name them before the records end:
 * what was delivered before cannot be asked about again.
 *
 * At most 16; with more the operation counts as one of an unknown subject.
 *
 * @returns whether there was a request to bind to, as for `bindSubject`
 * @example
 * bindSubjects([{ tenant: 'acme', subject: 'ada' }, { tenant: 'acme', subject: 'bob' }]) // false: no request runs here
 */
export function bindSubjects(subjects: readonly Subject[]): boolean {
  const binding = bindingOfContext(context.active())
  if (binding === undefined) return false
  try {
    for (const subject of subjects) addTo(binding, subject)
  } catch {
    // what is no list of subjects does not say whose records these are
    binding.conflicting = true
  }
  return true
}
