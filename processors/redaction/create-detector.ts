import type { RedactionPolicy } from '../../policy/policy.ts'
import { createCustomFinder } from './custom-entities.ts'
import type { Detect, Entity } from './detect.ts'
import type { Detector } from './detector.ts'
import { creditCard } from './detectors/credit-card.ts'
import { email } from './detectors/email.ts'
import { iban } from './detectors/iban.ts'
import { ip } from './detectors/ip.ts'
import { mac } from './detectors/mac.ts'
import { nationalId } from './detectors/national-id.ts'
import { person } from './detectors/person.ts'
import { phone } from './detectors/phone.ts'
import { secrets } from './detectors/secret.ts'
import { urlQuery } from './detectors/url-query.ts'
import { createMarkFilter } from './marks.ts'
import { createOverlapResolver } from './resolve-overlaps.ts'
import { traitsOf } from './traits.ts'

const builtIn: readonly Detector[] = [
  ...secrets,
  email,
  ...ip,
  mac,
  iban,
  creditCard,
  nationalId,
  phone,
  person,
  urlQuery,
]

/** Nothing shorter tells anything: the shortest e-mail address has more. */
const minLength = 5

const nothing: readonly Entity[] = []

/**
 * Makes the function that finds entities in a text: the built-in types that the policy names, `secret` always, and the
 * policy's own. What redaction has put into a text is not found again.
 *
 * One pass over a text says which detectors can find anything in it; most texts of telemetry need none.
 *
 * @throws if a custom pattern is not RE2; a parsed policy has none of these
 * @example
 * createDetector({ entities: ['email'], custom: [], actions: {} })('ask bob@example.com')
 * // [{ type: 'email', start: 4, end: 19, confidence: 0.98 }]
 */
export function createDetector(redaction: RedactionPolicy): Detect {
  const detectors = builtIn.filter(({ type }) => type === 'secret' || redaction.entities.includes(type))
  const findCustom = createCustomFinder(redaction.custom)
  const resolveOverlaps = createOverlapResolver(redaction.custom)
  const withoutMarks = createMarkFilter(redaction.custom.map(({ name }) => name))
  return (text) => {
    if (text.length < minLength && findCustom === undefined) return nothing
    const traits = traitsOf(text)
    const found: Entity[] = []
    for (const detector of detectors) {
      if ((traits & detector.needs) === detector.needs) detector.find(text, found)
    }
    findCustom?.(text, found)
    return found.length === 0 ? nothing : withoutMarks(text, resolveOverlaps(found))
  }
}
