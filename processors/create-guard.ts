import { diag } from '@opentelemetry/api'
import type { ConsentSource } from '../consent/consent-source.ts'
import { createClassifier } from './classification/classify.ts'
import { createCounts } from './counts.ts'
import type { Guard, GuardOptions } from './guard.ts'
import { createMetricJudge } from './judge-metrics.ts'
import { createRecordJudge, type RecordKind, reportFault } from './judge-record.ts'
import type { LogRecord, SpanRecord } from './records.ts'
import { createEntityRedactor } from './redaction/entity-action.ts'
import { createPseudonyms } from './redaction/pseudonyms.ts'
import type { GuardParts } from './transform/flow-transform.ts'
import { transformLog } from './transform/log.ts'
import { transformSpan } from './transform/span.ts'
import { createTransforms } from './transform/transforms.ts'
import { boundKeysOf, noBoundKeys } from './verdict/bound-attributes.ts'
import { createReleases } from './verdict/releases.ts'
import { createStamps } from './verdict/stamps.ts'
import { createVerdicts } from './verdict/verdicts.ts'

/**
 * The guard of one policy: says for each record and each flow whether it may leave, and makes the copy that leaves.
 *
 * It keeps nothing of the records. Where anything inside throws, the record is withheld and counted as `fault`.
 *
 * @example
 * const guard = createGuard({ policy: defaultPolicy, key: 'a secret of at least thirty-two characters' })
 * guard.policy.flows.operations.form // 'anonymous'
 */
export function createGuard({ policy, consent, key }: GuardOptions): Guard {
  const pseudonyms = createPseudonyms({ key })
  if (pseudonyms.warning !== undefined) diag.warn(pseudonyms.warning)
  const parts: GuardParts = {
    policy,
    classify: createClassifier(policy),
    createRedactor: (flow) => createEntityRedactor({ policy, flow, pseudonyms }),
    pseudonyms,
  }
  return createGuardFrom(parts, consent)
}

/** The guard from its parts. Tests put a broken part in to prove that a fault lets nothing out. */
export function createGuardFrom(parts: GuardParts, consent: ConsentSource = { read: () => undefined }): Guard {
  const { policy } = parts
  const counts = createCounts()
  const stamps = createStamps(consent)
  const verdicts = createVerdicts(policy, consent)
  const releases = createReleases(verdicts)
  const transforms = createTransforms(parts)
  const judgeRecord = createRecordJudge(transforms, releases, counts)
  const spans: RecordKind<SpanRecord> = {
    signal: 'traces',
    stamp: stamps.ofSpan,
    capturedAt: (span) => span.startTime,
    traceId: (span) => span.spanContext().traceId,
    copy: transformSpan,
    bound: (span) => boundKeysOf(span.spanContext()),
  }
  const logs: RecordKind<LogRecord> = {
    signal: 'logs',
    stamp: stamps.ofLog,
    capturedAt: (record) => record.hrTime,
    traceId: (record) => record.spanContext?.traceId,
    copy: transformLog,
    bound: () => noBoundKeys,
  }

  return {
    policy,
    stampSpan: contained(stamps.stampSpan),
    stampLog: contained(stamps.stampLog),
    endSpan: contained(stamps.endSpan),
    judgeSpan: (span, flow, last = false) => judgeRecord(spans, span, flow, last),
    judgeLog: (record, flow, last = false) => judgeRecord(logs, record, flow, last),
    ...createMetricJudge(policy, transforms, verdicts.of, counts),
    mayCarry(dataClass, context) {
      try {
        const stamp = stamps.inContext(context)
        return Object.values(policy.flows).some((flow) => {
          if (!flow.accepts.includes(dataClass)) return false
          const verdict = verdicts.of(flow, stamp, Date.now(), false)
          if (verdict.kind !== 'deliver') return verdict.kind === 'wait'
          return transforms.of(flow, verdict.form).flow.accepts.includes(dataClass)
        })
      } catch (error) {
        reportFault(error)
        return false
      }
    },
    presentIn(context) {
      try {
        return stamps.presentIn(context)
      } catch (error) {
        reportFault(error)
        return undefined
      }
    },
    recheck(release, last = false) {
      try {
        return releases.recheck(release, last)
      } catch (error) {
        reportFault(error)
        return 'fault'
      }
    },
    onConsentChange: (listener) => consent.watch?.(listener) ?? (() => {}),
    pendingKey: (record) => stamps.ofRecord(record)?.binding ?? record,
    counts: counts.list,
    countWithheld: (signal, flow, reason, records = 1) => counts.add(flow, signal, reason, records),
  }
}

/** A stamp that cannot be set is a record of nobody: it goes the strictest way, and the host never notices. */
function contained<A extends unknown[]>(fn: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      fn(...args)
    } catch (error) {
      reportFault(error)
    }
  }
}
