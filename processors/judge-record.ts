import { type Attributes, diag, type HrTime } from '@opentelemetry/api'
import type { Subject } from '../consent/consent-source.ts'
import type { Counts } from './counts.ts'
import type { Judgement, Signal } from './guard.ts'
import type { LogRecord, SpanRecord } from './records.ts'
import type { FlowTransform, KnownValue, RecordScope } from './transform/flow-transform.ts'
import { noRemarks, remark, remarkTexts } from './transform/remarks.ts'
import type { Transforms } from './transform/transforms.ts'
import { setVerdictAttributes } from './transform/verdict-attributes.ts'
import type { BoundKeys } from './verdict/bound-attributes.ts'
import { bindIdentified } from './verdict/identify.ts'
import type { Releases, WithheldKeys } from './verdict/releases.ts'
import type { Stamp } from './verdict/stamp.ts'

/** What the judge has to know about the records of one signal. */
export interface RecordKind<R> {
  readonly signal: Signal
  stamp(record: R): Stamp | undefined
  capturedAt(record: R): HrTime
  traceId(record: R): string | undefined
  copy(transform: FlowTransform, record: R, scope: RecordScope): R
  /** Which attributes are about one person, whomever the rest is about. */
  bound(record: R): readonly BoundKeys[]
}

/** Decides on one record and one flow, and makes the copy that leaves. A fault of any kind withholds the record. */
export function createRecordJudge(transforms: Transforms, releases: Releases, counts: Counts) {
  return <R extends SpanRecord | LogRecord>(
    kind: RecordKind<R>,
    record: R,
    flowName: string,
    last: boolean,
  ): Judgement<R> => {
    try {
      const stamp = kind.stamp(record)
      const flow = transforms.flow(flowName)
      const [seconds, nanos] = kind.capturedAt(record)
      const capturedAt = seconds * 1e3 + nanos / 1e6
      if (!Number.isFinite(capturedAt)) throw new TypeError('privity: a record has no time')
      const traceId = kind.traceId(record)
      bindIdentified(stamp?.binding, traceId)
      const bound = kind.bound(record)
      const { verdict, withheld, release } = releases.judge(flow, stamp, capturedAt, bound, last)
      if (verdict.kind === 'wait') return verdict
      if (verdict.kind === 'withhold') {
        counts.add(flowName, kind.signal, verdict.reason)
        return verdict
      }
      const transform = transforms.of(flow, verdict.form)
      const scope = {
        tenant: stamp?.binding.subject?.tenant,
        traceId,
        known: knownValuesOf(transform, stamp, bound),
        remarks: noRemarks,
      }
      const copy = kind.copy(transform, record, scope)
      if (withheld.length > 0) removeBound(copy.attributes, withheld, scope)
      setVerdictAttributes(transform, copy.attributes, verdict, capturedAt, remarkTexts(scope.remarks))
      counts.add(flowName, kind.signal, 'deliver')
      return { kind: 'deliver', record: copy, release }
    } catch (error) {
      reportFault(error)
      counts.add(flowName, kind.signal, 'fault')
      return { kind: 'withhold', reason: 'fault' }
    }
  }
}

const noKnownValues: readonly KnownValue[] = []

/** The ids of all whom the record is about, in whole or in part. */
function knownValuesOf(
  transform: FlowTransform,
  stamp: Stamp | undefined,
  bound: readonly BoundKeys[],
): readonly KnownValue[] {
  const subject = stamp?.binding.subject
  const others = stamp?.binding.others
  const own = subject === undefined ? noKnownValues : knownValues(transform, subject)
  if (others === undefined && bound.length === 0) return own
  const further = [...(others ?? []), ...bound.map((keys) => keys.subject)]
  const all = [...own, ...further.flatMap((other) => knownValues(transform, other))]
  // of two ids of which one holds the other, the longer one goes first
  return all.toSorted((one, other) => other.value.length - one.value.length)
}

function removeBound(attributes: Attributes, withheld: readonly WithheldKeys[], scope: RecordScope): void {
  for (const { keys, reason } of withheld) {
    for (const key of keys) {
      if (!Object.hasOwn(attributes, key)) continue
      delete attributes[key]
      remark(scope, 'attributes', `subject/${reason}`, 'remove')
    }
  }
}

/** Says that something broke, and where; never what it was working on: the message of an error may quote that. */
export function reportFault(error: unknown): void {
  diag.error('privity: a record was withheld after a fault', error instanceof Error ? error.name : typeof error)
}

/** Ids shorter than this would be found inside of ordinary words and numbers. */
const minKnownLength = 4

function knownValues({ flow, pseudonyms }: FlowTransform, about: Subject): KnownValue[] {
  const anonymous = flow.form === 'anonymous' || flow.form === 'aggregate'
  const { tenant, subject, session } = about
  const known: KnownValue[] = []
  const add = (value: string | undefined, type: string, pseudonym: (value: string) => string): void => {
    if (typeof value !== 'string' || value.length < minKnownLength) return
    known.push({ value, replacement: anonymous ? `[${type}]` : pseudonym(value) })
  }
  add(subject, 'subject', () => pseudonyms.subject(flow.name, about))
  add(session, 'session', (value) => pseudonyms.pseudonym(flow.name, tenant, 'session', value))
  add(tenant, 'tenant', (value) => pseudonyms.pseudonym(flow.name, undefined, 'tenant', value))
  return known
}
