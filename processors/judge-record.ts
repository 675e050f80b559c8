import { diag, type HrTime } from '@opentelemetry/api'
import type { Subject } from '../consent/consent-source.ts'
import type { Counts } from './counts.ts'
import type { Judgement, Signal } from './guard.ts'
import type { LogRecord, SpanRecord } from './records.ts'
import type { TraceTokens } from './trace-tokens.ts'
import type { FlowTransform, KnownValue, RecordScope } from './transform/flow-transform.ts'
import { createRemarks } from './transform/remarks.ts'
import type { Transforms } from './transform/transforms.ts'
import { setVerdictAttributes } from './transform/verdict-attributes.ts'
import type { Stamp } from './verdict/stamp.ts'
import type { VerdictOf } from './verdict/verdict-of.ts'

/** One record to judge, with what is known about it. */
export interface RecordToJudge<R> {
  readonly stamp: Stamp | undefined
  readonly capturedAt: HrTime
  readonly traceId: string | undefined
  readonly last: boolean
  copy(transform: FlowTransform, scope: RecordScope): R
}

/** Decides on one record and one flow, and makes the copy that leaves. A fault of any kind withholds the record. */
export function createRecordJudge(transforms: Transforms, verdictOf: VerdictOf, tokens: TraceTokens, counts: Counts) {
  return <R extends SpanRecord | LogRecord>(
    flowName: string,
    signal: Signal,
    describe: () => RecordToJudge<R>,
  ): Judgement<R> => {
    try {
      const record = describe()
      const flow = transforms.flow(flowName)
      const capturedAt = record.capturedAt[0] * 1e3 + record.capturedAt[1] / 1e6
      if (!Number.isFinite(capturedAt)) throw new TypeError('privity: a record has no time')
      const verdict = verdictOf(flow, record.stamp, capturedAt, record.last)
      if (verdict.kind === 'wait') return verdict
      if (verdict.kind === 'withhold') {
        counts.add(flowName, signal, verdict.reason)
        return verdict
      }
      const transform = transforms.of(flow, verdict.form)
      const remarks = createRemarks()
      const subject = record.stamp?.binding.subject
      const copy = record.copy(transform, {
        tenant: subject?.tenant,
        tokens: tokens.of(flowName, record.traceId),
        known: subject === undefined ? [] : knownValues(transform, subject),
        remark: remarks.add,
      })
      setVerdictAttributes(transform, copy.attributes, verdict, capturedAt, remarks.list())
      counts.add(flowName, signal, 'deliver')
      return { kind: 'deliver', record: copy }
    } catch (error) {
      reportFault(error)
      counts.add(flowName, signal, 'fault')
      return { kind: 'withhold', reason: 'fault' }
    }
  }
}

/** Says that something broke, and where; never what it was working on: the message of an error may quote that. */
export function reportFault(error: unknown): void {
  diag.error('privity: a record was withheld after a fault', error instanceof Error ? error.name : typeof error)
}

/** Ids shorter than this would be found inside of ordinary words and numbers. */
const minKnownLength = 4

function knownValues({ flow, pseudonyms }: FlowTransform, { tenant, subject, session }: Subject): KnownValue[] {
  const anonymous = flow.form === 'anonymous' || flow.form === 'aggregate'
  const known: KnownValue[] = []
  const add = (value: string | undefined, type: string, of: string | undefined): void => {
    if (typeof value !== 'string' || value.length < minKnownLength) return
    known.push({ value, replacement: anonymous ? `[${type}]` : pseudonyms.pseudonym(flow.name, of, type, value) })
  }
  add(subject, 'subject', tenant)
  add(session, 'session', tenant)
  add(tenant, 'tenant', undefined)
  return known
}
