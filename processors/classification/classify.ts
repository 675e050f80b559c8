import { mostSpecific } from '../../policy/key-pattern.ts'
import { type DataClass, dataClasses, type Policy } from '../../policy/policy.ts'
import type { GeneraliserName } from '../redaction/generalise.ts'
import { classifyByPattern } from './key-name-patterns.ts'
import { conventions } from './semantic-conventions.generated.ts'

/** What is known of the values under one key. */
export interface Classification {
  readonly class: DataClass | 'unclassified'
  /** What decided: `policy: app.customer.*`, `semconv: user.id`, `pattern: *email*`, `reserved: privity.*`, `unknown key`. */
  readonly rule: string
  /** A less revealing form of the value, and the class that it then has. */
  readonly generalise?: { readonly action: GeneraliserName; readonly class: DataClass }
}

/** Keys whose classification is remembered. What comes past it is decided anew each time: slower, never different. */
export const maxCachedKeys = 10_000

/** A longer key says nothing: no convention has one, and searching it costs. */
export const maxKeyLength = 512

/**
 * Says for a key what its values hold. The first that knows the key decides: the policy's own patterns, the table of
 * the semantic conventions, the words that the key is made of. Keys under `privity.` are ours; foreign values under
 * them count as secret, so they never pass.
 *
 * @param policy its `classification` goes before everything else but the reserved keys
 * @returns a function that answers `unclassified` for what nobody knows; the guard treats that like content
 * @example
 * createClassifier(policy)('user.email') // { class: 'identifier', rule: 'semconv: user.email' }
 */
export function createClassifier(policy: Policy): (key: string) => Classification {
  const override = mostSpecific(policy.classification)
  const decided = new Map<string, Classification>()
  return (key) => {
    const known = decided.get(key)
    if (known !== undefined) return known
    const classification = key.length > maxKeyLength ? unknown : decide(key, override(key))
    if (decided.size < maxCachedKeys && key.length <= maxKeyLength) decided.set(key, classification)
    return classification
  }
}

const unknown: Classification = { class: 'unclassified', rule: 'unknown key' }
const reserved: Classification = { class: 'secret', rule: 'reserved: privity.*' }

/**
 * What our own instrumentations write. On a span or a log record the verdict overwrites `privity.flow`, whoever set it;
 * everything else that a verdict consists of stays reserved.
 */
const own: ReadonlyMap<string, Classification> = new Map([
  ...[
    'privity.flow',
    'privity.signal',
    'privity.outcome',
    'privity.health_check.name',
    'privity.health_check.healthy',
    'privity.job.name',
    'privity.warning.type',
    'privity.warning.code',
    'privity.exception.origin',
    'privity.process.signal',
  ].map((key): [string, Classification] => [key, { class: 'technical', rule: `privity: ${key}` }]),
  ['privity.log.arguments', { class: 'content', rule: 'privity: privity.log.arguments' }],
])

function decide(key: string, override: Policy['classification'][number] | undefined): Classification {
  if (key === 'privity' || key.startsWith('privity.')) return own.get(key) ?? reserved
  const table = lookUp(key)
  if (override !== undefined) {
    const rule = `policy: ${override.pattern}`
    // the policy says how sensitive the value is; how it can be made general is a fact about the attribute
    const generalise = table !== undefined && isRaised(override.class, table.class) ? undefined : table?.generalise
    return generalise === undefined ? { class: override.class, rule } : { class: override.class, rule, generalise }
  }
  return table ?? classifyByPattern(key) ?? unknown
}

/** Where the policy holds a value for more sensitive than we do, its general form is not ours to judge either. */
function isRaised(dataClass: DataClass, from: Classification['class']): boolean {
  return from === 'unclassified' || dataClasses.indexOf(dataClass) > dataClasses.indexOf(from)
}

function lookUp(key: string): Classification | undefined {
  const table = conventionTable()
  const exact = table.exact.get(key)
  if (exact !== undefined) return exact
  for (const template of table.templates) {
    if (!key.startsWith(template.prefix)) continue
    // what comes after the prefix is free (`http.request.header.x-auth-token`): its words can only raise the class
    const byName = classifyByPattern(key.slice(template.prefix.length))
    if (byName === undefined || !isRaised(byName.class as DataClass, template.classification.class)) {
      return template.classification
    }
    return byName
  }
  return undefined
}

interface ConventionTable {
  readonly exact: ReadonlyMap<string, Classification>
  readonly templates: readonly { readonly prefix: string; readonly classification: Classification }[]
}

let builtTable: ConventionTable | undefined

/** Built on first use: who never classifies does not pay for it. */
function conventionTable(): ConventionTable {
  if (builtTable !== undefined) return builtTable
  const general = new Map<string, { action: GeneraliserName; class: DataClass }>()
  for (const [action, dataClass, keys] of conventions.generalise) {
    for (const key of keys.split(' ')) general.set(key, { action, class: dataClass })
  }
  const exact = new Map<string, Classification>()
  const templates: ConventionTable['templates'][number][] = []
  for (const dataClass of dataClasses) {
    for (const key of conventions.keys[dataClass].split(' ')) {
      const generalise = general.get(key)
      const rule = `semconv: ${key}`
      exact.set(key, generalise === undefined ? { class: dataClass, rule } : { class: dataClass, rule, generalise })
    }
    for (const prefix of conventions.templates[dataClass].split(' ')) {
      if (prefix !== '') templates.push({ prefix, classification: { class: dataClass, rule: `semconv: ${prefix}*` } })
    }
  }
  exact.delete('')
  templates.sort((a, b) => b.prefix.length - a.prefix.length)
  builtTable = { exact, templates }
  return builtTable
}
