import { z } from 'zod'
import { type ChoiceMapping, importChoices, readStored } from './import-choices.ts'
import type { SignalProblem, SignalResult } from './signal-result.ts'

const names = z.array(z.string().max(256)).max(1_000)

/** Left behind: `data`, which is the host's own, and `consentId`, which is an id of a person. */
const cookie = z.object({
  categories: names,
  services: z.record(z.string().max(256), names).default({}),
  revision: z.int().default(0),
  consentTimestamp: z.iso.datetime(),
  lastConsentTimestamp: z.iso.datetime(),
  languageCode: z.string().max(35).optional(),
  expirationTime: z.number().optional(),
})

export interface VanillaCookieConsentOptions {
  /** The present `revision` of its configuration: choices of another one are no longer asked for, so they do not count. */
  readonly revision?: number
  /** Unix milliseconds. @defaultValue `Date.now()` */
  readonly now?: number
}

/**
 * The choices that vanilla-cookieconsent 3 keeps: its cookie (`cc_cookie`, unless it is named otherwise), its entry in
 * `localStorage`, or `CookieConsent.getCookie()`.
 *
 * It stores what was accepted: what is not listed was refused. A category is listed as soon as one of its services is, so
 * that services are better mapped one by one.
 *
 * @param purposes by category (`analytics`) or service (`analytics/matomo`)
 * @example
 * const choice = { categories: [], consentTimestamp: '2026-11-23T08:00:00.000Z', lastConsentTimestamp: '2026-11-23T08:00:00.000Z' }
 * importVanillaCookieConsent(choice, { analytics: 'product_analytics' }).changes[0]?.event // 'refused'
 */
export function importVanillaCookieConsent(
  stored: unknown,
  purposes: ChoiceMapping,
  { revision, now = Date.now() }: VanillaCookieConsentOptions = {},
): SignalResult {
  return importChoices('vanilla-cookieconsent', purposes, () => {
    const read = readStored(stored, cookie)
    if ('problem' in read) return read
    const { value } = read
    if (revision !== undefined && value.revision !== revision)
      return { problem: past('revision', String(revision), String(value.revision)) }
    if (value.expirationTime !== undefined && value.expirationTime < now)
      return { problem: past('expirationTime', `${now} or later`, String(value.expirationTime)) }
    const accepted = new Set([
      ...value.categories,
      ...Object.entries(value.services).flatMap(([category, services]) =>
        services.map((name) => `${category}/${name}`),
      ),
    ])
    return {
      answer: (name) => accepted.has(name),
      claimedAt: Date.parse(value.lastConsentTimestamp),
      evidence: value,
    }
  })
}

function past(field: string, expected: string, received: string): SignalProblem {
  return {
    code: 'too_old',
    path: [field],
    expected,
    received,
    hint: 'The choice no longer counts: ask the person again.',
  }
}
