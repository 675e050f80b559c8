import {
  type Attributes,
  type Context,
  context,
  type Histogram,
  type Link,
  type MeterProvider,
  metrics,
  type Span,
  type SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { errorType } from './error-type.ts'
import { exceptionAttributes } from './exception-attributes.ts'
import { harmless } from './harmless.ts'

/** One piece of work that gets a span and counts in a histogram. */
export interface Operation {
  readonly name: string
  readonly kind?: SpanKind
  readonly attributes: Attributes
  /** @defaultValue the active context */
  readonly parent?: Context
  readonly links?: Link[]
  /** The histogram of its duration in seconds, and the attributes that it is broken down by. */
  readonly histogram?: { readonly name: string; readonly description: string; readonly attributes: Attributes }
}

/** What the result tells, where the work itself did not throw. */
export interface Outcome {
  readonly attributes?: Attributes
  readonly errorType?: string
}

export interface RunningOperation {
  readonly context: Context
  /** @param judge tells what the result says of the outcome */
  succeed(judge?: () => Outcome | undefined): void
  fail(error: unknown): void
}

/**
 * Starts the span of an operation. Nothing in it throws: without telemetry the work goes on alone.
 *
 * @returns `undefined` where no span could be started
 */
export function startOperation(describe: () => Operation): RunningOperation | undefined {
  return harmless(() => {
    const operation = describe()
    const parent = operation.parent ?? context.active()
    const { kind, attributes, links } = operation
    const span = trace.getTracer(scope).startSpan(operation.name, { kind, attributes, links }, parent)
    const active = trace.setSpan(parent, span)
    const start = performance.now()
    let ended = false
    const end = (outcome: Outcome): void => {
      if (ended) return
      ended = true
      const seconds = (performance.now() - start) / 1000
      harmless(() => close(span, outcome))
      harmless(() => measure(operation, outcome, seconds, active))
    }
    return {
      context: active,
      succeed: (judge) => end((judge && harmless(judge)) ?? {}),
      fail(error) {
        harmless(() => span.addEvent('exception', exceptionAttributes(error, active)))
        end({ errorType: errorType(error) })
      },
    }
  })
}

/** Runs `call` in the context of the operation, exactly once, whatever becomes of ours. */
export function inOperation<T>(operation: RunningOperation, call: () => T): T {
  const attempt = (): (() => T) => {
    try {
      const value = call()
      return () => value
    } catch (error) {
      return () => {
        throw error
      }
    }
  }
  let done: (() => T) | undefined
  harmless(() =>
    context.with(operation.context, () => {
      done = attempt()
    }),
  )
  return (done ?? attempt())()
}

/** The instrumentation scope of everything that the application marks itself. */
const scope = 'privity'

function close(span: Span, { attributes, errorType }: Outcome): void {
  if (attributes !== undefined) span.setAttributes(attributes)
  if (errorType !== undefined) {
    span.setAttribute('error.type', errorType)
    // without the message: it is content, and the exception event has it where content may be read
    span.setStatus({ code: SpanStatusCode.ERROR })
  }
  span.end()
}

function measure(operation: Operation, outcome: Outcome, seconds: number, active: Context): void {
  if (operation.histogram === undefined) return
  const { name, description, attributes } = operation.histogram
  const result: Attributes = { ...attributes, ...outcome.attributes }
  if (outcome.errorType !== undefined) result['error.type'] = outcome.errorType
  histogramOf(name, description).record(seconds, result, active)
}

let provider: MeterProvider | undefined
const histograms = new Map<string, Histogram>()

/** Made anew for a new provider: the instruments of the API do not follow it, unlike its tracers. */
function histogramOf(name: string, description: string): Histogram {
  const present = metrics.getMeterProvider()
  if (present !== provider) histograms.clear()
  provider = present
  let histogram = histograms.get(name)
  if (histogram === undefined) {
    const advice = { explicitBucketBoundaries }
    histogram = present.getMeter(scope).createHistogram(name, { description, unit: 's', advice })
    histograms.set(name, histogram)
  }
  return histogram
}

/** As the semantic conventions advise for `http.server.request.duration`. */
const explicitBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
