import type { Subject } from 'privity/consent'
import type { ConsentChange } from 'privity/consent/ledger'

/** Companies of very different size, as they are: the first has half of the people. */
const tenants = 20

/** What each person says when they are asked: two purposes, two entries of the ledger. */
export const entriesPerSubject = 2

/** A person of the made-up population, by number. */
export function subjectOf(index: number): Subject {
  const tenant = index % 2 === 0 ? 0 : 1 + ((index >> 1) % (tenants - 1))
  return { tenant: `tenant-${tenant}`, subject: `person-${index}` }
}

/** What they say: most agree to one purpose and refuse the other. */
export function changesOf(index: number, key = ''): readonly ConsentChange[] {
  const notice = { textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', language: 'en' }
  const facts = { method: 'settings', actor: 'subject', notice, jurisdiction: index % 3 === 0 ? 'FR' : 'DE' } as const
  return [
    {
      ...facts,
      event: index % 5 === 0 ? 'refused' : 'given',
      purpose: 'personalization',
      idempotencyKey: `${key}${index}-p`,
    },
    {
      ...facts,
      event: index % 3 === 0 ? 'given' : 'refused',
      purpose: 'model_training',
      idempotencyKey: `${key}${index}-m`,
    },
  ]
}
