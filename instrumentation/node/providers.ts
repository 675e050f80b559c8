import {
  context,
  logs,
  metrics,
  ProxyTracerProvider,
  propagation,
  type TextMapPropagator,
  trace,
} from '@opentelemetry/api'
import type { Guard } from '../../processors/guard.ts'
import { privacyView } from '../../processors/privacy-view.ts'
import type { Environment } from './environment.ts'
import { createLogPipeline, createMetricReaders, createSpanPipeline } from './pipelines.ts'
import { createResource } from './resource.ts'
import { createSampler } from './sampler.ts'
import { contextHooks, sdkLogs, sdkMetrics, sdkTrace } from './sdk.ts'
import { rememberDestinations } from './unsampled-destinations.ts'

/** The running SDK. */
export interface Providers {
  /** Sends what waits. Settles when all signals have tried. */
  flush(): Promise<unknown>
}

/**
 * Builds the SDK from its parts and registers it with the global API.
 *
 * @throws where the global API does not take it
 */
export function startProviders(guard: Guard, environment: Environment, propagator: TextMapPropagator): Providers {
  const resource = createResource(environment)
  const readers = createMetricReaders(guard, environment)
  const spanProcessors = createSpanPipeline(guard, environment)
  const processors = createLogPipeline(guard, environment)

  const contextManager = new contextHooks.AsyncLocalStorageContextManager()
  registered('context', context.setGlobalContextManager(contextManager.enable()))
  registered('propagation', propagation.setGlobalPropagator(propagator))

  const records: { forceFlush(): Promise<unknown> }[] = []
  let meterProvider: { forceFlush(): Promise<unknown> } | undefined
  if (readers.length > 0) {
    const provider = new sdkMetrics.MeterProvider({ resource, readers, views: [privacyView(guard)] })
    registered('metrics', metrics.setGlobalMeterProvider(provider))
    meterProvider = provider
  }
  if (spanProcessors.length > 0) {
    const sampler = createSampler(environment)
    const spanLimits = createSpanLimits(environment)
    const tracerProvider = rememberDestinations(
      new sdkTrace.TracerProvider({ resource, sampler, spanLimits, spanProcessors }),
    )
    registered('trace', trace.setGlobalTracerProvider(tracerProvider))
    records.push(tracerProvider)
  } else {
    // no spans are recorded, and still it has to be told apart to whom baggage and consent go
    registered('trace', trace.setGlobalTracerProvider(rememberDestinations(new ProxyTracerProvider())))
  }
  if (processors.length > 0) {
    const logRecordLimits = createLogRecordLimits(environment)
    const loggerProvider = new sdkLogs.LoggerProvider({ resource, logRecordLimits, processors })
    registered('logs', logs.setGlobalLoggerProvider(loggerProvider))
    records.push(loggerProvider)
  }
  return {
    async flush() {
      await Promise.allSettled(records.map((provider) => provider.forceFlush()))
      // last, for they count what became of the records
      await meterProvider?.forceFlush()
    },
  }
}

/** Whatever a setter of the API returns: `false`, or another one than was set, is a refusal. */
function registered(api: string, result: unknown): void {
  if (result === false) throw new Error(`the global ${api} API did not take the registration`)
}

function createSpanLimits(environment: Environment) {
  return {
    attributeCountLimit: environment.OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT ?? environment.OTEL_ATTRIBUTE_COUNT_LIMIT,
    attributeValueLengthLimit:
      environment.OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT ?? environment.OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT,
    eventCountLimit: environment.OTEL_SPAN_EVENT_COUNT_LIMIT,
    linkCountLimit: environment.OTEL_SPAN_LINK_COUNT_LIMIT,
    attributePerEventCountLimit: environment.OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT,
    attributePerLinkCountLimit: environment.OTEL_LINK_ATTRIBUTE_COUNT_LIMIT,
  }
}

function createLogRecordLimits(environment: Environment) {
  return {
    attributeCountLimit: environment.OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT ?? environment.OTEL_ATTRIBUTE_COUNT_LIMIT,
    attributeValueLengthLimit:
      environment.OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT ?? environment.OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT,
  }
}
