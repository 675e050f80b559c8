import type { AttributeValue } from '@opentelemetry/api'
import { dataClasses } from '../../policy/policy.ts'
import type { FlowTransform, RecordScope } from './flow-transform.ts'
import type { KeyDecision, KeyGuess } from './key-decisions.ts'
import { type Carrier, remark } from './remarks.ts'
import { redactText } from './text.ts'
import { maxRememberedLength } from './text-cache.ts'

/** Attributes, bodies and everything nested in them, as they may leave. */
export type Transformed = AttributeValue | Transformed[] | { [key: string]: Transformed } | undefined

/**
 * A copy of `attributes` with what `transform` lets through. Attributes of ours are set later; foreign ones under
 * `privity.` never pass, for they would pose as a verdict.
 */
export function transformAttributes(
  transform: FlowTransform,
  attributes: Readonly<Record<string, unknown>> | undefined,
  scope: RecordScope,
  carrier: Carrier,
): Record<string, AttributeValue> {
  const copy: Record<string, Transformed> = {}
  if (attributes === undefined || attributes === null) return copy as Record<string, AttributeValue>
  let count = 0
  let guess: KeyGuess = transform.firstKey
  for (const key in attributes) {
    if (++count > transform.limits.attributes) {
      remark(scope, carrier, 'limit/attributes', 'remove')
      break
    }
    const decision = transform.decideKey(key, guess)
    guess = decision
    if (decision.action === 'remove' || !decision.keyIsClean) {
      remark(scope, carrier, decision.keyIsClean ? decision.remark : 'entity/key', 'remove')
      continue
    }
    const value = attributes[key]
    const transformed =
      typeof value === 'string' && decision.action === 'scan'
        ? scanText(transform, decision, value, scope, carrier)
        : transformValue(transform, key, decision, value, scope, carrier, 0)
    // defineProperty semantics for __proto__: a key of that name must not become a prototype
    if (transformed !== undefined && key !== '__proto__') copy[key] = transformed
  }
  return copy as Record<string, AttributeValue>
}

/** Under one key comes one text, mostly: it is not looked at again, but for the subject's own ids. */
function scanText(
  transform: FlowTransform,
  decision: KeyDecision,
  text: string,
  scope: RecordScope,
  carrier: Carrier,
): string {
  if (text === decision.accepted && scope.known.length === 0) return text
  const redacted = redactText(transform, text, scope, carrier)
  if (redacted === text && text.length <= maxRememberedLength) decision.accepted = text
  return redacted
}

/** One value under one decision. `undefined`: nothing of it may leave. */
export function transformValue(
  transform: FlowTransform,
  key: string,
  decision: KeyDecision,
  value: unknown,
  scope: RecordScope,
  carrier: Carrier,
  depth: number,
): Transformed {
  if (value === undefined || value === null) return undefined
  if (decision.action === 'generalise') return generalised(transform, decision, value, scope, carrier)
  if (typeof value === 'object') return transformNested(transform, key, decision, value, scope, carrier, depth)
  if (decision.action === 'pseudonymise') {
    remark(scope, carrier, decision.remark, 'pseudonymise')
    return transform.pseudonyms.pseudonym(transform.flow.name, scope.tenant, key, String(value))
  }
  if (typeof value === 'string') return redactText(transform, value, scope, carrier)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return redactNumber(transform, decision, value, scope, carrier)
  // bigint, symbol, function: no OpenTelemetry value; nothing is known of what they would show
  return undefined
}

function generalised(
  transform: FlowTransform,
  { classification, remark: rule }: KeyDecision,
  value: unknown,
  scope: RecordScope,
  carrier: Carrier,
): Transformed {
  const action = classification.generalise?.action
  const general = action === undefined || typeof value === 'object' ? undefined : transform.generalise(action, value)
  remark(scope, carrier, rule, general === undefined ? 'remove' : 'generalise')
  if (typeof general === 'number') return general
  return typeof general === 'string' ? redactText(transform, general, scope, carrier) : undefined
}

/** A long number may be a card or a telephone number; under a technical key it is a count, a size or a time. */
function redactNumber(
  transform: FlowTransform,
  decision: KeyDecision,
  value: number,
  scope: RecordScope,
  carrier: Carrier,
): Transformed {
  if (decision.class === 'technical' || !Number.isFinite(value) || Math.abs(value) < 1e6) return value
  const text = String(value)
  return redactText(transform, text, scope, carrier) === text ? value : undefined
}

function transformNested(
  transform: FlowTransform,
  key: string,
  decision: KeyDecision,
  value: object,
  scope: RecordScope,
  carrier: Carrier,
  depth: number,
): Transformed {
  if (depth >= transform.limits.depth) {
    remark(scope, carrier, 'limit/depth', 'remove')
    return undefined
  }
  if (Array.isArray(value)) {
    if (value.length > transform.limits.items) remark(scope, carrier, 'limit/items', 'cut')
    const items: Transformed[] = []
    for (const item of value.slice(0, transform.limits.items)) {
      const transformed = transformValue(transform, key, decision, item, scope, carrier, depth + 1)
      if (transformed !== undefined) items.push(transformed)
    }
    return items
  }
  // bytes show nothing that could be judged; neither do dates, maps and class instances
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    remark(scope, carrier, 'class/opaque', 'remove')
    return undefined
  }
  return transformMap(transform, key, decision, value as Record<string, unknown>, scope, carrier, depth)
}

function transformMap(
  transform: FlowTransform,
  key: string,
  decision: KeyDecision,
  map: Readonly<Record<string, unknown>>,
  scope: RecordScope,
  carrier: Carrier,
  depth: number,
): Transformed {
  const copy: Record<string, Transformed> = {}
  let count = 0
  for (const name of Object.keys(map)) {
    if (++count > transform.limits.items) {
      remark(scope, carrier, 'limit/items', 'cut')
      break
    }
    const inner = innerDecision(transform, key, name, decision)
    if (inner.action === 'remove' || !inner.keyIsClean || name === '__proto__') {
      remark(scope, carrier, inner.keyIsClean ? inner.remark : 'entity/key', 'remove')
      continue
    }
    const transformed = transformValue(transform, `${key}.${name}`, inner, map[name], scope, carrier, depth + 1)
    if (transformed !== undefined) copy[name] = transformed
  }
  return copy
}

/** What is nested under an accepted key is judged by its own name, too; the more sensitive of both decides. */
function innerDecision(transform: FlowTransform, key: string, name: string, outer: KeyDecision): KeyDecision {
  const inner = transform.decideKey(key === '' ? name : `${key}.${name}`)
  const keyIsClean = outer.keyIsClean && inner.keyIsClean
  // an unknown inner name says nothing: it is what the outer key is
  const unknown = inner.classification.class === 'unclassified'
  const decision = unknown || rank(inner) < rank(outer) ? outer : inner
  return decision.keyIsClean === keyIsClean ? decision : { ...decision, keyIsClean }
}

function rank(decision: KeyDecision): number {
  return dataClasses.indexOf(decision.class)
}
