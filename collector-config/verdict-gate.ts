import { literal, quote, whole } from './ottl.ts'
import { pseudonymPattern } from './pseudonym-pattern.ts'
import type { Way } from './ways.ts'

/** What a verdict says in the record itself; `processors/transform/verdict-attributes.ts` writes it. */
const alwaysCarried = ['flow', 'form', 'purposes', 'policy.version', 'expires', 'remarks']
const carriedBySubject = ['subject', 'subjects', 'tenant', 'consent.epoch', 'consent.epochs']

/** The keys of a verdict that a record of this way may keep. */
export function verdictKeys(way: Way): string[] {
  return [...alwaysCarried, ...(way.anonymous ? [] : carriedBySubject)].map((key) => `privity.${key}`)
}

/**
 * A condition of OTTL that is true for every record that carries no verdict for this way: none at all, one for another
 * flow or form, one that has expired, one of which a part is not what it must be. The filter processor drops those.
 *
 * It asks for the type before it reads, so that nothing that a sender writes makes it fail: an error would refuse the
 * whole request, and with it what others sent in the same batch.
 *
 * @param attributes where the verdict stands: `span.attributes`, `log.attributes`; `resource.attributes` for metrics
 */
export function withoutVerdict(way: Way, attributes: string): string {
  const at = (key: string) => `${attributes}[${quote(`privity.${key}`)}]`
  const lacks = (key: string, pattern: string) =>
    `not IsString(${at(key)}) or not IsMatch(${at(key)}, ${quote(whole(pattern))})`
  const purposes = way.flow.purposes.map(literal).join('|')
  return [
    lacks('flow', literal(way.flow.name)),
    lacks('form', literal(way.form)),
    isNotList(at('purposes'), listOf(`"(?:${purposes})"`)),
    // about one person, or about several
    ...(way.anonymous
      ? []
      : [`(${lacks('subject', pseudonymPattern)}) and (${isNotList(at('subjects'), pseudonyms)})`]),
    lacks('expires', date),
    `Time(${at('expires')}, "%Y-%m-%d", "UTC") <= Now()`,
  ].join(' or ')
}

/** A list is matched as JSON. */
function isNotList(value: string, pattern: string): string {
  return `not IsList(${value}) or not IsMatch(${value}, ${quote(whole(pattern))})`
}

function listOf(item: string): string {
  return `\\[${item}(?:,${item})*\\]`
}

const pseudonyms = listOf(`"${pseudonymPattern}"`)

/** A day that the calendar has, so that reading it cannot fail. */
const date =
  '20[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|20(?:[02468][048]|[13579][26])-02-29'

/** Statements that remove the parts of a verdict that are not what the guard writes, where the record can do without. */
export function verdictStatements(way: Way): string[] {
  const at = (key: string) => `attributes[${quote(`privity.${key}`)}]`
  const drop = (key: string, condition: string) =>
    `delete_key(attributes, ${quote(`privity.${key}`)}) where ${condition}`
  const remark = '"[a-z_]+:[a-z0-9_/]+:[a-z]+:[0-9]+"'
  return [
    drop(
      'policy.version',
      `not IsString(${at('policy.version')}) or not IsMatch(${at('policy.version')}, ${quote(whole(version))})`,
    ),
    drop('remarks', isNotList(at('remarks'), listOf(remark))),
    ...(way.anonymous
      ? []
      : [
          ...['subject', 'tenant'].map((key) =>
            drop(key, `not IsString(${at(key)}) or not IsMatch(${at(key)}, ${quote(whole(pseudonymPattern))})`),
          ),
          drop('subjects', isNotList(at('subjects'), pseudonyms)),
          drop('consent.epoch', `not IsInt(${at('consent.epoch')})`),
          drop('consent.epochs', isNotList(at('consent.epochs'), listOf('[0-9]+'))),
        ]),
  ]
}

const version = '[A-Za-z0-9][A-Za-z0-9._+-]{0,63}'
