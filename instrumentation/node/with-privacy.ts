import { createRequire } from 'node:module'
import { extname } from 'node:path'
import type { TextMapPropagator } from '@opentelemetry/api'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import type { IMetricReader, ViewOptions } from '@opentelemetry/sdk-metrics'
import type { SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace'
import type { ConsentSource } from '../../consent/consent-source.ts'
import { GuardedSpanExporter } from '../../exporter/guarded-span-exporter.ts'
import { loadPolicy } from '../../policy/load-policy.ts'
import type { Policy } from '../../policy/policy.ts'
import { provideGuard } from '../../processors/capture-port.ts'
import { createGuard } from '../../processors/create-guard.ts'
import type { Guard } from '../../processors/guard.ts'
import { PrivacyLogRecordProcessor } from '../../processors/privacy-log-record-processor.ts'
import { PrivacySpanProcessor } from '../../processors/privacy-span-processor.ts'
import { privacyView } from '../../processors/privacy-view.ts'
import { consentSource } from './consent-source.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { guardMetricReader } from './guard-metric-reader.ts'
import { createGuardedPropagator } from './guarded-propagator.ts'
import { pseudonymKey } from './pseudonym-key.ts'

/** The part of `NodeSDKConfiguration` that telemetry, and what is said about people, leaves through. */
export interface SdkConfiguration {
  readonly spanProcessors?: SpanProcessor[]
  readonly traceExporter?: SpanExporter
  readonly logRecordProcessors?: LogRecordProcessor[]
  readonly metricReaders?: IMetricReader[]
  readonly views?: ViewOptions[]
  readonly textMapPropagator?: TextMapPropagator | null
}

export interface WithPrivacyOptions {
  /** @defaultValue the policy that `loadPolicy` finds */
  readonly policy?: Policy
  /** @defaultValue the source that `provideConsent` names; until then nobody has said anything */
  readonly consent?: ConsentSource
  /** @defaultValue `PRIVITY_KEY` */
  readonly key?: string
  /** The flow whose rules apply to the processors, exporters and readers of the configuration. @defaultValue the first one */
  readonly flow?: string
}

/**
 * Guards a `NodeSDK` that you configure yourself: its span processors, log processors, exporter and metric readers get
 * only the copies that one flow of the policy lets out. A signal for which you name none goes where the flows of the
 * policy say, as with `privity/register`. Baggage and consent tokens go to the services that the policy lists.
 *
 * @param configuration as for `new NodeSDK()`; it is not changed, but its metric readers are, and serve this SDK only
 * @returns a configuration for `new NodeSDK()`
 * @throws PolicyError if the policy file is wrong; RangeError if the policy has no such `flow`
 * @see processors/privacy-span-processor.ts for what `next` sees of a span
 * @example
 * const configuration = withPrivacy({ serviceName: 'shop', spanProcessors: [] }, { policy: defaultPolicy })
 * configuration.serviceName // 'shop'
 */
export function withPrivacy<C extends object>(
  configuration: C & SdkConfiguration,
  options: WithPrivacyOptions = {},
): C & SdkConfiguration {
  const environment = readEnvironment(process.env, () => {})
  const policy = options.policy ?? loadPolicy()
  const flow = options.flow ?? Object.keys(policy.flows)[0]
  if (flow === undefined || !Object.hasOwn(policy.flows, flow)) {
    throw new RangeError(`privity: the policy has no flow ${flow}; it has: ${Object.keys(policy.flows).join(', ')}`)
  }
  const key = options.key ?? pseudonymKey(environment)
  const guard = createGuard({ policy, consent: options.consent ?? consentSource, key })
  provideGuard(guard)

  const { spanProcessors, traceExporter, logRecordProcessors, metricReaders, views, textMapPropagator } = configuration
  // `null` says that nothing is to travel
  const inner = textMapPropagator ?? (textMapPropagator === undefined ? loadPropagator(environment) : undefined)
  return {
    ...configuration,
    traceExporter: undefined,
    spanProcessors:
      spanProcessors?.map((next) => new PrivacySpanProcessor({ guard, flow, next })) ??
      (traceExporter && guardedBatch(guard, flow, traceExporter, environment)) ??
      loadPipelines().createSpanPipeline(guard, environment),
    logRecordProcessors:
      logRecordProcessors?.map((next) => new PrivacyLogRecordProcessor({ guard, flow, next })) ??
      loadPipelines().createLogPipeline(guard, environment),
    metricReaders:
      metricReaders?.map((reader) => guardMetricReader(guard, flow, reader)) ??
      loadPipelines().createMetricReaders(guard, environment),
    // each View that matches makes a series of its own: beside other Views, ours would double them
    views: views?.length ? views : [privacyView(guard)],
    textMapPropagator: textMapPropagator === null ? null : createGuardedPropagator(inner, { guard, environment, key }),
  }
}

/** Judged when they leave the queue: what waits in it can be taken back, and its subject may become known. */
function guardedBatch(guard: Guard, flow: string, exporter: SpanExporter, environment: Environment): SpanProcessor[] {
  const guarded = new GuardedSpanExporter({ guard, destinations: { [flow]: exporter } })
  return [new PrivacySpanProcessor({ guard }), loadPipelines().createBatch(guarded, environment)]
}

/** The SDK: not loaded for an application that only binds subjects. */
function loadPipelines(): typeof import('./pipelines.ts') {
  return load('pipelines') as typeof import('./pipelines.ts')
}

function loadPropagator(environment: Environment): TextMapPropagator | undefined {
  return (load('propagator') as typeof import('./propagator.ts')).createPropagator(environment)
}

function load(name: string): unknown {
  return createRequire(import.meta.url)(`./${name}${extname(import.meta.filename)}`)
}
