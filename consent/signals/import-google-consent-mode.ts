import { z } from 'zod'
import { type ChoiceMapping, importChoices, readStored } from './import-choices.ts'
import type { SignalResult } from './signal-result.ts'

/** Besides the types of consent there are `wait_for_update`, a number, and `region`, a list; they are no answers. */
const command = z.tuple([
  z.literal('consent'),
  z.enum(['default', 'update']),
  z.record(z.string().max(256), z.unknown()),
])

/**
 * The choices that a site told Google Consent Mode (version 2): a command of its data layer, `['consent', 'update', …]`,
 * as a list, as `arguments`, or as JSON text.
 *
 * Only `update` tells of a choice; `default` is what the site assumed before. A type that is not named, or is neither
 * `granted` nor `denied`, was not answered. There is no time: the choice counts from its import.
 *
 * @param purposes by type of consent, such as `analytics_storage`
 * @see https://developers.google.com/tag-platform/security/guides/consent
 * @example
 * const update = ['consent', 'update', { analytics_storage: 'denied' }]
 * importGoogleConsentMode(update, { analytics_storage: 'product_analytics' }).changes[0]?.event // 'refused'
 */
export function importGoogleConsentMode(entry: unknown, purposes: ChoiceMapping): SignalResult {
  return importChoices('google-consent-mode', purposes, () => {
    const read = readStored(isArguments(entry) ? [entry[0], entry[1], entry[2]] : entry, command)
    if ('problem' in read) return read
    const [, kind, types] = read.value
    if (kind === 'default')
      return {
        problem: {
          code: 'no_choice',
          path: [1],
          expected: 'update',
          received: 'default',
          hint: 'Hand over what the site sends after the person has chosen.',
        },
      }
    const answers = new Map(
      Object.entries(types).flatMap(([type, value]) =>
        value === 'granted' || value === 'denied' ? [[type, value] as const] : [],
      ),
    )
    return {
      answer: (type) => (answers.has(type) ? answers.get(type) === 'granted' : undefined),
      evidence: Object.fromEntries(answers),
    }
  })
}

/** `gtag` pushes its `arguments`, which are no list. */
function isArguments(entry: unknown): entry is ArrayLike<unknown> {
  return Object.prototype.toString.call(entry) === '[object Arguments]'
}
