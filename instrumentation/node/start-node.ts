import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { readEnvironment } from './environment.ts'
import type { LazyInstrumentations } from './lazy-instrumentations.ts'
import { hookModules } from './module-hooks.ts'
import { shareOpenTelemetry } from './own-imports.ts'
import { selectInstrumentations, watchedModules } from './select-instrumentations.ts'

/**
 * Starts telemetry for this thread, once, whatever number of flags asks for it. Never throws: what goes wrong is told on
 * stderr, and the application lives on without telemetry.
 *
 * The main thread starts at once. A worker starts when something is loaded in it that is worth telemetry: workers that
 * write logs or compute cost next to nothing.
 */
export function startNode(): void {
  if (Reflect.has(globalThis, startedKey)) return
  Object.defineProperty(globalThis, startedKey, { value: true })

  const warnings: string[] = []
  const warn = (message: string): void => void warnings.push(message)
  const environment = readEnvironment(process.env, warn)
  if (environment.OTEL_SDK_DISABLED === true) return
  const entries = selectInstrumentations(environment, warn)

  let instrumentations: LazyInstrumentations | undefined
  let started = false
  const start = (): void => {
    if (started) return
    started = true
    try {
      // before there are hooks, which slow down every resolution
      loadOwn('sdk')
      shareOpenTelemetry()
      const { startTelemetry } = loadOwn('telemetry') as typeof import('./telemetry.ts')
      instrumentations = startTelemetry(environment, entries, warnings)
    } catch (error) {
      // not even the reporting could be loaded
      process.stderr.write(
        `privity error: ${error instanceof Error ? error.message : error}. Telemetry stays off. Reinstall privity, and ` +
          'make sure that it finds @opentelemetry/api 1.10 (npm ls @opentelemetry/api).\n',
      )
    }
  }

  const patched = watchedModules(entries)
  const modules = new Set(isMainThread ? patched : [...patched, ...worthTelemetry])
  if (isMainThread) {
    start()
    if (instrumentations === undefined) return
  } else {
    onFirstFetch(start)
  }
  hookModules({
    modules,
    patched,
    onLoad(module, parent) {
      start()
      instrumentations?.onLoad(module, parent)
    },
    onFirstRequire: start,
  })
}

const startedKey = Symbol.for('privity.started')

/** What starts a worker, apart from the instrumented libraries: it makes telemetry by itself. */
const worthTelemetry = ['@opentelemetry/api', 'privity']

/** `fetch` is part of Node and never loaded. */
function onFirstFetch(listener: () => void): void {
  const channel = 'undici:request:create'
  const onMessage = (): void => {
    unsubscribe(channel, onMessage)
    listener()
  }
  subscribe(channel, onMessage)
}

/** The SDK, the guard and all that: loaded when they start, which in most workers is never. */
function loadOwn(name: string): unknown {
  return createRequire(import.meta.url)(`./${name}${extname(import.meta.filename)}`)
}
