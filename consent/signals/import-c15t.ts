import { z } from 'zod'
import { type ChoiceMapping, importChoices, parseJson, readStored } from './import-choices.ts'
import type { SignalResult } from './signal-result.ts'

/** Left behind: `subjectId`, `externalId` and `identityProvider`, which are ids of a person. */
const storedConsent = z.object({
  consents: z.record(z.string().max(256), z.boolean()).default({}),
  consentInfo: z
    .object({
      time: z.number().positive(),
      type: z.string().max(64).optional(),
      materialPolicyFingerprint: z.string().max(256).optional(),
      subjectId: z.string().optional(),
    })
    .optional(),
})

/** c15t counts seconds in the documentation and milliseconds in the code; no choice is older than 1973. */
const leastMillis = 100_000_000_000

/**
 * The choices that c15t 2 keeps: its cookie or its entry in `localStorage` (both `c15t`, unless they are named otherwise).
 *
 * It leaves out what is `false`: what is not there was refused. Without `consentInfo` nobody chose, and what version 1
 * stored counts as no consent, as for c15t itself.
 *
 * @param purposes by the name in c15t, such as `measurement`
 * @example
 * importC15t('c.measurement:1,i.t:1795420800000,i.sid:sub_1', { measurement: 'product_analytics' }).changes[0]?.event // 'given'
 */
export function importC15t(stored: unknown, purposes: ChoiceMapping): SignalResult {
  return importChoices('c15t', purposes, () => {
    const read = readStored(stored, storedConsent, (text) =>
      text.startsWith('{') ? parseJson(text) : parseCookie(text),
    )
    if ('problem' in read) return read
    const { consents, consentInfo } = read.value
    if (consentInfo?.subjectId === undefined)
      return {
        problem: {
          code: 'no_choice',
          path: ['consentInfo'],
          expected: 'the choice of a person, as c15t 2 stores it',
          received: consentInfo === undefined ? 'none' : 'one of version 1',
          hint: 'Import after the person has chosen.',
        },
      }
    const { subjectId: _subjectId, ...info } = consentInfo
    return {
      answer: (name) => Object.hasOwn(consents, name) && consents[name] === true,
      claimedAt: info.time < leastMillis ? info.time * 1_000 : info.time,
      evidence: { consents, consentInfo: info },
    }
  })
}

/** `c.measurement:1,i.t:1795420800000`: the object, flat, with short names. */
function parseCookie(text: string): unknown {
  const fields = new Map(
    text.split(',').map((pair) => {
      const colon = pair.indexOf(':')
      return [pair.slice(0, colon), pair.slice(colon + 1)]
    }),
  )
  const time = fields.get('i.t')
  const consents = [...fields]
    .filter(([key]) => key.startsWith('c.'))
    .map(([key, value]) => [key.slice(2), value === '1'])
  return {
    consents: Object.fromEntries(consents),
    ...(time !== undefined && {
      consentInfo: {
        time: Number(time),
        type: fields.get('i.y'),
        materialPolicyFingerprint: fields.get('i.mpf'),
        subjectId: fields.get('i.sid'),
      },
    }),
  }
}
