import type { AttributeValue, Context } from '@opentelemetry/api'
import type { ConsentSource } from '../consent/consent-source.ts'
import type { PresentConsent } from '../consent/propagation/present-consent.ts'
import type { DataClass, Policy } from '../policy/policy.ts'
import type { LogRecord, MetricBatch, SpanRecord } from './records.ts'

/** Why a record was not delivered to a flow. */
export type WithholdReason =
  | 'unknown_subject' // no subject, and the policy withholds such records
  | 'no_grant' // the subject never said yes to a purpose of the flow
  | 'denied' // the subject said no
  | 'withdrawn' // granted at capture, no longer granted now
  | 'stale_consent' // the last known answer is too old to rely on
  | 'fault' // something threw or hung: nothing leaves
  | 'undelivered' // released, but the destination did not take it

/** What a copy that may leave rests on, for `Guard.recheck`. Only the guard reads it. */
export interface Release {
  readonly flow: string
}

/** What the guard says of one record and one flow. `wait`: the subject, or their answer, may still become known. */
export type Judgement<R> =
  | { readonly kind: 'deliver'; readonly record: R; readonly release?: Release }
  | { readonly kind: 'withhold'; readonly reason: WithholdReason }
  | { readonly kind: 'wait' }

export type MetricAttributes = Readonly<Record<string, AttributeValue | undefined>>

export type Signal = 'traces' | 'logs' | 'metrics'

/** One line of the guard's book-keeping: numbers only, never data. */
export interface VerdictCount {
  readonly flow: string
  readonly signal: Signal
  readonly outcome: 'deliver' | WithholdReason
  readonly count: number
}

/** The pure core: decides and transforms. Makes copies, never throws, knows no SDK class. Made by `createGuard`. */
export interface Guard {
  readonly policy: Policy
  /** Pins the subject, session and consent of `context` to a record that begins now. */
  stampSpan(span: SpanRecord, context: Context): void
  stampLog(record: LogRecord, context: Context | undefined): void
  /** Tells that a span has ended: with the local root, the time to learn its subject is over. */
  endSpan(span: SpanRecord): void
  /** `last`: no more waiting (flush, shutdown, pending limits): decide now. */
  judgeSpan(span: SpanRecord, flow: string, last?: boolean): Judgement<SpanRecord>
  judgeLog(record: LogRecord, flow: string, last?: boolean): Judgement<LogRecord>
  /**
   * May a copy that was judged before still leave? Asked right before each attempt to send it. Counts nothing.
   *
   * @param last no more waiting, as for `judgeSpan`
   */
  recheck(release: Release, last?: boolean): 'deliver' | 'wait' | WithholdReason
  /** Tells when grants change, as far as the source of consent does. @returns stops it */
  onConsentChange(listener: () => void): () => void
  /** `undefined`: nothing of the batch may leave through this flow. */
  judgeMetrics(batch: MetricBatch, flow: string): MetricBatch | undefined
  /** Metric attributes that every flow may carry; for a View's attribute processor. */
  metricAttributes(attributes: MetricAttributes): MetricAttributes
  /** May any flow take data of this class in this context? Instrumentations ask before they read content. */
  mayCarry(dataClass: DataClass, context: Context): boolean
  /** Whom `context` is about, and what they say now: what other services may be told. */
  presentIn(context: Context): PresentConsent | undefined
  /** A key that groups what waits together, for the pending buffer: records of one request share it. */
  pendingKey(record: SpanRecord | LogRecord): object
  /** Totals since the start. */
  counts(): readonly VerdictCount[]
  /** Counts a record that was dropped outside of the guard (a full pending buffer, a fault of the exporter). */
  countWithheld(signal: Signal, flow: string, reason: WithholdReason, records?: number): void
}

export interface GuardOptions {
  readonly policy: Policy
  /** @defaultValue nobody has said anything: every grant is `unset` */
  readonly consent?: ConsentSource
  /** The secret that pseudonyms are derived from, as in `PRIVITY_KEY`. @defaultValue a random one, with a warning */
  readonly key?: string
}
