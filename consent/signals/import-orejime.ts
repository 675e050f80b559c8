import { z } from 'zod'
import { type ChoiceMapping, importChoices, readStored } from './import-choices.ts'
import type { SignalResult } from './signal-result.ts'

const consents = z.record(z.string().max(256), z.boolean())

/**
 * The choices that Orejime 3 keeps: its cookie (`eu-consent`, unless it is named otherwise), or
 * `orejime.manager.getAllConsents()` once `orejime.manager.isDirty()` is false.
 *
 * The cookie has no time, so that a choice counts from its import. It holds the defaults of purposes that were not yet
 * asked for, too: map no purpose that Orejime has as `default: true` or `isMandatory`.
 *
 * @param purposes by the id of the purpose in Orejime
 * @example
 * importOrejime('{"analytics":true}', { analytics: 'product_analytics' }).changes[0]?.event // 'given'
 */
export function importOrejime(stored: unknown, purposes: ChoiceMapping): SignalResult {
  return importChoices('orejime', purposes, () => {
    const read = readStored(stored, consents)
    if ('problem' in read) return read
    const { value } = read
    return { answer: (name) => (Object.hasOwn(value, name) ? value[name] : undefined), evidence: value }
  })
}
