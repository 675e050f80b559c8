import { isMainThread } from 'node:worker_threads'
import { diag } from '@opentelemetry/api'
import { complaintsOf } from '../../exporter/delivery-health.ts'
import { provideGuard } from '../../processors/capture-port.ts'
import { createGuard } from '../../processors/create-guard.ts'
import type { Guard } from '../../processors/guard.ts'
import {
  type SystemInstrumentationOptions,
  startSystemInstrumentation,
} from '../system/start-system-instrumentation.ts'
import { apiObstacle } from './api-obstacle.ts'
import { consentSource } from './consent-source.ts'
import { createStderrLogger, startDiagLogger } from './diag-logger.ts'
import type { Environment } from './environment.ts'
import { flushOnExit } from './exit-flush.ts'
import { nameFastifyRoutes } from './fastify-route.ts'
import { startGuardMetrics } from './guard-metrics.ts'
import { createGuardedPropagator } from './guarded-propagator.ts'
import type { InstrumentationEntry } from './instrumentations.ts'
import { createLazyInstrumentations, hookRequire, type LazyInstrumentations } from './lazy-instrumentations.ts'
import { createPropagator } from './propagator.ts'
import { startProviders } from './providers.ts'
import { pseudonymKey } from './pseudonym-key.ts'
import { readPolicy } from './read-policy.ts'
import { receiverOf } from './receiver-of.ts'
import { core } from './sdk.ts'

/**
 * Starts the SDK and the guard of this thread.
 *
 * @param warnings what reading the environment brought up
 * @returns the instrumentations, to be told which modules are loaded; `undefined` if telemetry stays off, for a reason
 *   that was told on stderr
 */
export function startTelemetry(
  environment: Environment,
  entries: readonly InstrumentationEntry[],
  warnings: readonly string[],
): LazyInstrumentations | undefined {
  const obstacle = apiObstacle(startDiagLogger(environment))
  if (obstacle !== undefined) {
    // not through diag, which may not be ours
    createStderrLogger().error(`privity: ${obstacle}`)
    return undefined
  }
  try {
    // the workers share the environment, and would say the same again
    if (isMainThread) for (const warning of warnings) diag.warn(`privity: ${warning}`)
    if (isMainThread && environment.OTEL_CONFIG_FILE !== undefined) diag.warn(configFileWarning)
    const policy = readPolicy(environment)
    if (policy === undefined) return undefined
    const key = pseudonymKey(environment)
    const guard = createGuard({ policy, consent: consentSource, key })
    const propagator = createGuardedPropagator(createPropagator(environment), { guard, environment, key })
    const providers = startProviders(guard, environment, propagator)
    provideGuard(guard)
    startGuardMetrics(guard)
    core.setGlobalErrorHandler(hushExportErrors)
    nameFastifyRoutes()
    hookRequire()
    const instrumentations = createLazyInstrumentations(entries)
    instrumentations.start()
    const listeners = process.listenerCount('beforeExit')
    const { announceStop } = startSystemInstrumentation(systemOptions(entries))
    const ownListeners = process.listenerCount('beforeExit') - listeners
    const signals: NodeJS.Signals[] = isMainThread ? ['SIGTERM', 'SIGINT'] : []
    flushOnExit({
      flush: providers.flush,
      announce: announceStop,
      unfinished: () => tellUnfinished(guard),
      ownListeners,
      signals,
    })
    return instrumentations
  } catch (error) {
    diag.error('privity: the start failed; telemetry stays off and the application goes on', error)
    return undefined
  }
}

const configFileWarning =
  'privity: OTEL_CONFIG_FILE is not honoured: declarative configuration has no place for a guard. Remove it, and say what it says ' +
  'in the policy and in OTEL_* variables.'

/** The retries of an export go on for longer than the end of a process may be held up. */
function tellUnfinished(guard: Guard): void {
  const told = complaintsOf(guard)
  const receivers = Object.values(guard.policy.flows)
    .map(receiverOf)
    .filter((origin) => !told.has(origin))
  if (receivers.length === 0) return
  diag.warn(
    `privity: the process ends before all of its telemetry has reached ${[...new Set(receivers)].join(', ')}. Make sure ` +
      'that an OTLP receiver listens there for HTTP, usually on port 4318, and answers within two seconds.',
  )
}

/** A worker shares its process with the main thread, which tells of it; its logs are its own. */
function systemOptions(entries: readonly InstrumentationEntry[]): SystemInstrumentationOptions {
  const wanted = (name: string): boolean => entries.some((entry) => entry.name === name)
  return {
    events: isMainThread,
    runtimeMetrics: isMainThread && wanted('runtime-node'),
    hostMetrics: isMainThread && wanted('host-metrics'),
    pino: wanted('pino'),
  }
}

/** The flow that does not get through has said so, in words that help; the SDK would add a stack trace every time. */
function hushExportErrors(error: unknown): void {
  diag.debug('an export failed', error)
}
