import Module, { createRequire } from 'node:module'
import { extname } from 'node:path'
import { diag } from '@opentelemetry/api'
import type { Instrumentation, InstrumentationBase } from '@opentelemetry/instrumentation'
import type { InstrumentationEntry } from './instrumentations.ts'
import { packageOf } from './package-of.ts'

/** Loads each instrumentation on its occasion, once. */
export interface LazyInstrumentations {
  /** Loads what comes with the SDK, and arms what comes later. */
  start(): void
  /** @param parent the file that loads `module` */
  onLoad(module: string, parent: string | undefined): void
}

/** @param load brings an instrumentation to life; by default its package is required, and it enables itself */
export function createLazyInstrumentations(
  entries: readonly InstrumentationEntry[],
  load: (entry: InstrumentationEntry) => void = loadInstrumentation,
): LazyInstrumentations {
  const byModule = new Map<string, InstrumentationEntry[]>()
  for (const entry of entries) {
    if (typeof entry.on === 'string' || !('modules' in entry.on)) continue
    for (const module of entry.on.modules) byModule.set(module, [...(byModule.get(module) ?? []), entry])
  }

  const loaded = new Set<InstrumentationEntry>()
  const loadOnce = (entry: InstrumentationEntry): void => {
    if (loaded.has(entry)) return
    // noted first: the instrumentation may itself load the module that it is for
    loaded.add(entry)
    try {
      load(entry)
    } catch (error) {
      diag.error(
        `privity: the instrumentation ${entry.name} could not be loaded; the application goes on without it`,
        error,
      )
    }
  }

  return {
    start() {
      for (const entry of entries) {
        if (entry.on === 'start') loadOnce(entry)
        else if (typeof entry.on === 'object' && 'variable' in entry.on && process.env[entry.on.variable] !== undefined)
          loadOnce(entry)
      }
    },
    onLoad(module, parent) {
      for (const entry of byModule.get(module) ?? []) {
        if (!loaded.has(entry) && !isExempt(entry, parent)) loadOnce(entry)
      }
    },
  }
}

function isExempt({ on }: InstrumentationEntry, parent: string | undefined): boolean {
  if (typeof on === 'string' || !('exceptFrom' in on) || parent === undefined) return false
  return packageOf(parent) === on.exceptFrom
}

// CommonJS: it may happen inside of a resolution of the ES module loader, which must not wait for itself
const require = createRequire(import.meta.url)
const extension = extname(import.meta.filename)

type InstrumentationClass = new (config?: object) => Instrumentation

function loadInstrumentation(entry: InstrumentationEntry): void {
  const from = entry.own === undefined ? `@opentelemetry/instrumentation-${entry.name}` : `${entry.own}${extension}`
  const moduleExports = withPlainRequire(() => require(from) as Record<string, InstrumentationClass>)
  const Instrumentation = moduleExports[entry.exportName]
  if (Instrumentation === undefined) throw new TypeError(`${entry.exportName} is not exported`)
  // the constructor enables it, with the providers of the global API
  new Instrumentation(entry.config)
}

const plainRequire = Module.prototype.require

/** OpenTelemetry's hook would look at every file of OpenTelemetry, too, and resolve its package anew each time. */
function withPlainRequire<T>(load: () => T): T {
  const hooked = Module.prototype.require
  Module.prototype.require = plainRequire
  try {
    return load()
  } finally {
    Module.prototype.require = hooked
  }
}

/**
 * Puts OpenTelemetry's hook into `require`, which otherwise comes with the first instrumentation: too late for a call of
 * `require` that is under way.
 */
export function hookRequire(): void {
  const { InstrumentationBase: Base } = require('@opentelemetry/instrumentation') as {
    InstrumentationBase: typeof InstrumentationBase
  }
  class RequireHook extends Base {
    protected override init(): undefined {}
  }
  new RequireHook('privity', '0', {})
}
