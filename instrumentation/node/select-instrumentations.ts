import type { Environment } from './environment.ts'
import { type InstrumentationEntry, instrumentations } from './instrumentations.ts'

/**
 * The instrumentations that run, by `OTEL_NODE_ENABLED_INSTRUMENTATIONS` and `OTEL_NODE_DISABLED_INSTRUMENTATIONS`.
 *
 * @param warn gets one message for each name that is none
 */
export function selectInstrumentations(
  environment: Environment,
  warn: (message: string) => void,
): readonly InstrumentationEntry[] {
  const enabled = environment.OTEL_NODE_ENABLED_INSTRUMENTATIONS
  const disabled = environment.OTEL_NODE_DISABLED_INSTRUMENTATIONS
  const names = new Set(instrumentations.map((entry) => entry.name))
  for (const name of [...(enabled ?? []), ...(disabled ?? [])]) {
    if (names.has(name)) continue
    warn(
      `OTEL_NODE_ENABLED_INSTRUMENTATIONS or OTEL_NODE_DISABLED_INSTRUMENTATIONS names "${name}", which there is not. ` +
        `Known are ${[...names].join(', ')}.`,
    )
  }
  return instrumentations.filter((entry) => {
    if (disabled?.includes(entry.name)) return false
    return enabled === undefined ? entry.optIn !== true : enabled.includes(entry.name)
  })
}

/** The packages and built-in modules whose loading is the occasion of one of `entries`. */
export function watchedModules(entries: readonly InstrumentationEntry[]): Set<string> {
  return new Set(entries.flatMap(({ on }) => (typeof on === 'object' && 'modules' in on ? on.modules : [])))
}
