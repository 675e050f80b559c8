import { format } from 'node:util'
import { context, DiagLogLevel, diag } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import {
  GuardedLogRecordExporter,
  GuardedMetricExporter,
  GuardedSpanExporter,
  otlpLogRecordExporter,
  otlpMetricExporter,
  otlpSpanExporter,
} from 'privity/exporter'
import { parsePolicy } from 'privity/policy'
import { type Guard, PrivacyLogRecordProcessor, PrivacySpanProcessor, privacyView } from 'privity/processors'
import { type Canaries, type CanaryKind, canaries, type OtlpReceiver, startOtlpReceiver } from 'privity/testing'
import { breakExporter, createFaultyGuard, type Fault, type Grants } from './faults.ts'
import { plant } from './plant.ts'

export interface Scenario {
  readonly protocol: 'http/protobuf' | 'http/json'
  readonly seed: number
  /** @defaultValue nobody has granted anything */
  readonly grants?: Grants
  readonly fault?: Fault
  /** @defaultValue all */
  readonly kinds?: readonly CanaryKind[]
}

export interface Outcome {
  /** What got out: flow, carrier, kind and encoding of each secret that was found in a byte sent or printed. */
  readonly leaks: readonly string[]
  readonly received: Readonly<Record<'spans' | 'logs' | 'metrics', number>>
  readonly counts: ReturnType<Guard['counts']>
}

const policyFile = {
  version: 'canaries',
  flows: {
    company_context: { purposes: ['personalization'], form: 'pseudonymous' },
    cross_company_insights: { purposes: ['cross_company_insights'], form: 'anonymous' },
  },
}

/**
 * Leaks that nobody agreed to. With consent, `company_context` accepts texts: what is left of them may be a free word or a
 * made-up name, and is printed by the OTLP exporter on the level of debugging, too.
 */
export function unwanted({ leaks }: Outcome, grants: Grants | undefined): readonly string[] {
  if (grants?.personalization !== 'granted') return leaks
  return leaks.filter((leak) => never.test(leak) || !/^(?:\/company_context|diag).*\((?:token|person), /u.test(leak))
}

/** What no consent covers: secrets, keys that are ours, and who the subject is. */
const never = /: (?:subject: |\S+ \S+: (?:authorization|reserved key|nested password|user\.id|user\.email))/u

/** A whole set-up, with a real SDK, real exporters and a real receiver, into which secrets are planted. */
export async function runScenario({ protocol, seed, grants = {}, fault, kinds }: Scenario): Promise<Outcome> {
  const receiver = await startOtlpReceiver()
  const planted = canaries(seed)
  const printed: string[] = []
  const print = (...args: unknown[]): void => void printed.push(format(...args))
  diag.setLogger(
    { error: print, warn: print, info: print, debug: print, verbose: print },
    { logLevel: DiagLogLevel.ALL, suppressOverrideMessage: true },
  )
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  try {
    const guard = createFaultyGuard(parsePolicy(policyFile), grants, fault)
    await emit(guard, receiver, planted, { protocol, fault, kinds })
    const leaksOf = (where: string, bytes: Uint8Array | string): string[] =>
      planted.leaks(bytes).map(({ carrier, kind, encoding }) => `${where}: ${carrier} (${kind}, ${encoding})`)
    return {
      leaks: [
        ...receiver.requests.flatMap(({ prefix, signal, body }) => leaksOf(`${prefix} ${signal}`, body)),
        ...leaksOf('headers and paths', JSON.stringify(receiver.requests.map(({ path, headers }) => [path, headers]))),
        ...leaksOf('diag', printed.join('\n')),
      ],
      received: {
        spans: receiver.spans().length,
        logs: receiver.logs().length,
        metrics: receiver.metrics().length,
      },
      counts: guard.counts(),
    }
  } finally {
    diag.disable()
    context.disable()
    await receiver.close()
  }
}

async function emit(
  guard: Guard,
  receiver: OtlpReceiver,
  planted: Canaries,
  { protocol, fault, kinds }: Pick<Scenario, 'protocol' | 'fault' | 'kinds'>,
): Promise<void> {
  const forFlows = <E>(
    create: (options: { endpoint: string; protocol: Scenario['protocol'] }) => E,
  ): Record<string, E> =>
    Object.fromEntries(
      Object.keys(guard.policy.flows).map((flow) => [flow, create({ endpoint: `${receiver.url}/${flow}`, protocol })]),
    )
  const secretAttributes = {
    'service.name': 'canaries',
    'process.owner': planted.secret('resource: process.owner'),
    'process.command_args': [planted.secret('resource: process.command_args')],
    'app.unknown': planted.secret('resource: unknown key', 'email'),
  }
  const resource = resourceFromAttributes(secretAttributes)
  const spanExporter = new GuardedSpanExporter({
    guard,
    destinations: forFlows((options) => breakExporter(otlpSpanExporter(options), fault)),
  })
  const logExporter = new GuardedLogRecordExporter({
    guard,
    destinations: forFlows((options) => breakExporter(otlpLogRecordExporter(options), fault)),
  })
  const metricExporter = new GuardedMetricExporter({
    guard,
    destinations: forFlows((options) => breakExporter(otlpMetricExporter(options), fault)),
  })
  const tracerProvider = new TracerProvider({
    resource,
    spanProcessors: [new PrivacySpanProcessor({ guard }), new BatchSpanProcessor({ exporter: spanExporter })],
  })
  const loggerProvider = new LoggerProvider({
    resource,
    processors: [new PrivacyLogRecordProcessor({ guard }), new BatchLogRecordProcessor({ exporter: logExporter })],
  })
  const meterProvider = new MeterProvider({
    resource,
    views: [privacyView(guard)],
    readers: [new PeriodicExportingMetricReader({ exporter: metricExporter, exportIntervalMillis: 3_600_000 })],
  })
  const scope = planted.secret('scope name', 'email')
  const version = planted.secret('scope version')
  const scopeOptions = { schemaUrl: `https://example.com/${planted.secret('schema url')}` }
  plant(
    {
      tracer: tracerProvider.getTracer(scope, version, scopeOptions),
      logger: loggerProvider.getLogger(scope, version, scopeOptions),
      meter: meterProvider.getMeter(scope, version, scopeOptions),
    },
    planted,
    kinds,
  )
  // what hangs is given up after its deadline; the bytes that got out until then are there
  const quiet = (work: Promise<unknown>): Promise<unknown> => within(fault?.how === 'hangs' ? 3_000 : 20_000, work)
  await Promise.all([tracerProvider, loggerProvider, meterProvider].map((provider) => quiet(provider.forceFlush())))
  await Promise.all([spanExporter, logExporter, metricExporter].map((exporter) => quiet(exporter.forceFlush())))
}

function within(millis: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([
    work.catch(() => {}),
    new Promise((resolve) => {
      setTimeout(resolve, millis).unref()
    }),
  ])
}
