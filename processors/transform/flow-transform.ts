import type { Flow, Limits, Policy } from '../../policy/policy.ts'
import { type AttributeDecision, decideAttribute } from '../attribute-decision.ts'
import type { Classification } from '../classification/classify.ts'
import type { ResourceRecord, ScopeRecord } from '../records.ts'
import type { RedactionScope } from '../redaction/entity-action.ts'
import { type GeneraliserName, generalise } from '../redaction/generalise.ts'
import type { Pseudonyms } from '../redaction/pseudonyms.ts'
import { createTraceTokens } from '../trace-tokens.ts'
import { type Carrier, type RemarkList, remark } from './remarks.ts'

/** The tools that a transform works with; made by `createGuard`, replaced one by one in fault tests. */
export interface GuardParts {
  readonly policy: Policy
  readonly classify: (key: string) => Classification
  readonly createRedactor: (flow: Flow) => (text: string, scope: RedactionScope) => string
  readonly pseudonyms: Pseudonyms
}

/** Decision for a key, with what applying it needs. */
export interface KeyDecision extends AttributeDecision {
  readonly classification: Classification
  /** The key itself is harmless: a key can quote somebody, too (`{"bob@example.com": 1}`). */
  readonly keyIsClean: boolean
  readonly remark: string
}

/** One flow in one form, compiled: everything that does not depend on the record. */
export interface FlowTransform {
  readonly flow: Flow
  readonly policyVersion: string
  readonly limits: Limits
  readonly pseudonyms: Pick<Pseudonyms, 'pseudonym' | 'id'>
  /** Trace and span ids are replaced by the flow's own, so that flows cannot be joined by them. */
  readonly ownIds: boolean
  decideKey(key: string): KeyDecision
  redact(text: string, scope: RecordScope, carrier: Carrier): string
  /** `undefined`: there is no more general form of this value. */
  generalise(action: GeneraliserName, value: unknown): unknown
  /** OTLP groups records by the identity of their resource and scope: one copy for each original. */
  readonly resources: WeakMap<ResourceRecord, ResourceRecord>
  readonly scopes: WeakMap<ScopeRecord, ScopeRecord>
}

/** What the transforms know about the record that they work on. */
export interface RecordScope {
  readonly tenant: string | undefined
  readonly traceId: string | undefined
  /** Nothing to remark on for what belongs to no record. */
  remarks?: RemarkList
  /** Values that are replaced wherever they stand: the subject's own ids. */
  readonly known: readonly KnownValue[]
}

export interface KnownValue {
  readonly value: string
  readonly replacement: string
}

const maxGeneralised = 2_048
const maxCachedKeys = 10_000
const maxCleanTexts = 4_096
const maxCleanLength = 128
const maxKeyLength = 256

export function compileFlow(parts: GuardParts, flow: Flow, tokens = createTraceTokens()): FlowTransform {
  const redactor = parts.createRedactor(flow)
  const decisions = new Map<string, KeyDecision>()
  // most strings of telemetry come again and again; those found clean once need no second look
  const clean = new Set<string>()

  const redact = (text: string, scope: RecordScope, carrier: Carrier): string => {
    if (clean.has(text)) return text
    const redacted = redactor(text, {
      tenant: scope.tenant,
      tokens: tokens.of(flow.name, scope.traceId),
      remark: (rule, action) => remark(scope, carrier, rule, action),
    })
    if (typeof redacted !== 'string') throw new TypeError('privity: a redactor answered no text')
    if (redacted === text && text.length <= maxCleanLength) {
      if (clean.size >= maxCleanTexts) clean.clear()
      clean.add(text)
    }
    return redacted
  }

  const generalised = new Map<GeneraliserName, Map<string, unknown>>()
  const generaliseOnce = (action: GeneraliserName, value: unknown): unknown => {
    if (typeof value !== 'string' || value.length > maxCleanLength) return generalise(action, value)
    let known = generalised.get(action)
    if (known === undefined || known.size >= maxGeneralised) {
      known = new Map()
      generalised.set(action, known)
    }
    if (known.has(value)) return known.get(value)
    const general = generalise(action, value)
    known.set(value, general)
    return general
  }

  const decideKey = (key: string): KeyDecision => {
    const known = decisions.get(key)
    if (known !== undefined) return known
    const classification = parts.classify(key)
    const decision = decideAttribute(classification, flow)
    const isClean = (text: string): boolean => redact(text, recordlessScope(), 'attributes') === text
    const keyIsClean = key.length <= maxKeyLength && partsFromDots(key).every(isClean)
    const remark = classification.class === 'unclassified' ? 'class/unclassified' : `class/${decision.class}`
    const made = { ...decision, classification, keyIsClean, remark }
    // bounded: keys can be made up without end, and then the cache must not grow with them
    if (decisions.size < maxCachedKeys) decisions.set(key, made)
    return made
  }

  return {
    flow,
    policyVersion: parts.policy.version,
    limits: parts.policy.limits,
    pseudonyms: checkedPseudonyms(parts.pseudonyms),
    ownIds: !flow.purposes.every((purpose) => purpose === 'operations' || purpose === 'security'),
    decideKey,
    redact,
    generalise: generaliseOnce,
    resources: new WeakMap(),
    scopes: new WeakMap(),
  }
}

/** For what belongs to no record and no subject: a resource, a scope, the point of a metric. */
export function recordlessScope(): RecordScope {
  return { tenant: undefined, traceId: undefined, known: [] }
}

/** What is no text would stand where the pseudonym of somebody should: the record is withheld instead. */
function checkedPseudonyms(pseudonyms: Pseudonyms): Pick<Pseudonyms, 'pseudonym' | 'id'> {
  return {
    pseudonym: (flow, tenant, type, value) => checkedText(pseudonyms.pseudonym(flow, tenant, type, value)),
    id: (flow, hexId) => checkedText(pseudonyms.id(flow, hexId)),
  }
}

function checkedText(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError('privity: no pseudonym could be made')
  return text
}

/** Of longer keys the rest is looked at with the last of these parts. */
const maxParts = 16

/** `app.a.b` also as `a.b` and `b`: behind a dot of a text, a number would be a part of a longer one. */
function partsFromDots(key: string): readonly string[] {
  const parts = [key]
  for (let dot = key.indexOf('.'); dot !== -1 && parts.length < maxParts; dot = key.indexOf('.', dot + 1)) {
    parts.push(key.slice(dot + 1))
  }
  return parts
}
