import { type Attributes, context, propagation, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { headerGetter } from './header-getter.ts'
import type { Operation } from './operation.ts'
import { runOperation } from './run-operation.ts'

export interface ObserveJobOptions<Job> {
  /** As in `messaging.system.name`, e.g. `bullmq`, `aws.sqs`. @defaultValue `_OTHER` */
  readonly system?: string
  /** Where the job carries the trace context of its producer. @defaultValue `job.headers` */
  readonly headers?: (job: Job) => object | undefined
}

/**
 * Observes a handler of queued jobs: a CONSUMER span that continues the trace of the job's headers, and the histogram
 * `messaging.process.duration`. `id` of the job becomes `messaging.message.id`.
 *
 * @returns a handler that takes, returns and throws the same
 * @see semantic conventions for messaging spans
 * @example
 * worker.process(observeJob('invoices', async (job) => send(job.data), { system: 'bullmq', headers: (job) => job.data.trace }))
 */
export function observeJob<Job, Rest extends unknown[], Result>(
  queueName: string,
  handler: (job: Job, ...rest: Rest) => Result,
  options: ObserveJobOptions<Job> = {},
): (job: Job, ...rest: Rest) => Result {
  return new Proxy(handler, {
    apply(target, self, values: [Job, ...Rest]) {
      return runOperation(
        () => describeJob(queueName, values[0], options),
        () => Reflect.apply(target, self, values),
      )
    },
  })
}

/**
 * Runs a job that has no queue, e.g. at a time of the day: in a trace of its own, with the histogram
 * `privity.job.duration`.
 *
 * @returns what `fn` returns
 * @example
 * setInterval(() => runJob('close-stale-tickets', closeStaleTickets), 60_000)
 */
export function runJob<T>(name: string, fn: () => T): T {
  return runOperation(() => describeOwnJob(name), fn)
}

function describeJob<Job>(queueName: string, job: Job, options: ObserveJobOptions<Job>): Operation {
  const attributes: Attributes = {
    'messaging.system.name': options.system ?? '_OTHER',
    'messaging.destination.name': queueName,
    'messaging.operation.name': 'process',
    'messaging.operation.type': 'process',
  }
  const { id, headers: ownHeaders } = (job ?? {}) as { id?: unknown; headers?: object }
  const headers = options.headers === undefined ? ownHeaders : options.headers(job)
  const known = typeof id === 'string' || typeof id === 'number'
  return {
    name: `process ${queueName}`,
    kind: SpanKind.CONSUMER,
    attributes: known ? { ...attributes, 'messaging.message.id': String(id) } : attributes,
    // from the root: the loop that takes jobs from the queue belongs to none of them
    parent: propagation.extract(ROOT_CONTEXT, headers ?? {}, headerGetter),
    histogram: { name: 'messaging.process.duration', description: 'Duration of processing operation.', attributes },
  }
}

function describeOwnJob(name: string): Operation {
  const attributes: Attributes = { 'privity.job.name': name }
  const active = trace.getSpanContext(context.active())
  return {
    name,
    attributes,
    // from the root: a timer keeps the context of the request that happened to set it
    parent: ROOT_CONTEXT,
    links: active === undefined ? undefined : [{ context: active }],
    histogram: { name: 'privity.job.duration', description: 'Duration of jobs.', attributes },
  }
}
