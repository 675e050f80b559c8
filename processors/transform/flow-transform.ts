import type { Flow, Limits, Policy } from '../../policy/policy.ts'
import type { Classification } from '../classification/classify.ts'
import type { ResourceRecord, ScopeRecord } from '../records.ts'
import type { RedactionScope } from '../redaction/entity-action.ts'
import type { GeneraliserName } from '../redaction/generalise.ts'
import type { Pseudonyms } from '../redaction/pseudonyms.ts'
import { createTraceTokens } from '../trace-tokens.ts'
import { createGeneralForms } from './general-forms.ts'
import { createKeyDecisions, type KeyDecision, type KeyGuess } from './key-decisions.ts'
import { type Carrier, type RemarkList, remark } from './remarks.ts'
import { createSharedCopies, type SharedCopies } from './shared-copies.ts'
import { createTextCache } from './text-cache.ts'

/** The tools that a transform works with; made by `createGuard`, replaced one by one in fault tests. */
export interface GuardParts {
  readonly policy: Policy
  readonly classify: (key: string) => Classification
  readonly createRedactor: (flow: Flow) => (text: string, scope: RedactionScope) => string
  readonly pseudonyms: Pseudonyms
}

export type FlowPseudonyms = Pick<Pseudonyms, 'pseudonym' | 'subject' | 'id'>

/** One flow in one form, compiled: everything that does not depend on the record. */
export interface FlowTransform {
  readonly flow: Flow
  readonly policyVersion: string
  readonly limits: Limits
  readonly pseudonyms: FlowPseudonyms
  /** Trace and span ids are replaced by the flow's own, so that flows cannot be joined by them. */
  readonly ownIds: boolean
  /** `before`: where the guess stands what key comes next. */
  decideKey(key: string, before?: KeyGuess): KeyDecision
  /** What key comes first. */
  readonly firstKey: KeyGuess
  redact(text: string, scope: RecordScope, carrier: Carrier): string
  /** `undefined`: there is no more general form of this value. */
  generalise(action: GeneraliserName, value: unknown): unknown
  /** OTLP groups records by the identity of their resource and scope: one copy for each original. */
  readonly resources: SharedCopies<ResourceRecord>
  readonly scopes: SharedCopies<ScopeRecord>
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

/** Texts that are remembered as clean, in each of two generations. */
const maxCleanTexts = 4_096

export function compileFlow(parts: GuardParts, flow: Flow, tokens = createTraceTokens()): FlowTransform {
  const redactor = parts.createRedactor(flow)
  // most strings of telemetry come again and again; those found clean once need no second look
  const clean = createTextCache<true>(maxCleanTexts)

  const redact = (text: string, scope: RecordScope, carrier: Carrier): string => {
    if (clean.get(text)) return text
    const redacted = redactor(text, {
      tenant: scope.tenant,
      tokens: tokens.of(flow.name, scope.traceId),
      remark: (rule, action) => remark(scope, carrier, rule, action),
    })
    if (typeof redacted !== 'string') throw new TypeError('privity: a redactor answered no text')
    if (redacted === text) clean.set(text, true)
    return redacted
  }

  const isClean = (text: string): boolean => redact(text, recordlessScope(), 'attributes') === text

  return {
    flow,
    policyVersion: parts.policy.version,
    limits: parts.policy.limits,
    pseudonyms: checkedPseudonyms(parts.pseudonyms),
    ownIds: !flow.purposes.every((purpose) => purpose === 'operations' || purpose === 'security'),
    decideKey: createKeyDecisions(flow, parts.classify, isClean),
    firstKey: {},
    redact,
    generalise: createGeneralForms(),
    resources: createSharedCopies(),
    scopes: createSharedCopies(),
  }
}

/** For what belongs to no record and no subject: a resource, a scope, the point of a metric. */
export function recordlessScope(): RecordScope {
  return { tenant: undefined, traceId: undefined, known: [] }
}

/** What is no text would stand where the pseudonym of somebody should: the record is withheld instead. */
function checkedPseudonyms(pseudonyms: Pseudonyms): FlowPseudonyms {
  return {
    pseudonym: (flow, tenant, type, value) => checkedText(pseudonyms.pseudonym(flow, tenant, type, value)),
    subject: (flow, subject) => checkedText(pseudonyms.subject(flow, subject)),
    id: (flow, hexId) => checkedText(pseudonyms.id(flow, hexId)),
  }
}

function checkedText(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError('privity: no pseudonym could be made')
  return text
}
