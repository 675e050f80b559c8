import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { type AppOptions, comparable, type Ending, flags, runApp } from './run-app.ts'

/** How much later an application may end under the hook: its start-up, and the flush of at most two seconds. */
const delayMillis = 5000

/** The path of an application that ends in a certain way. */
export function ending(name: string): string {
  return fileURLToPath(new URL(`../fixtures/endings/${name}`, import.meta.url))
}

/** A hook with nothing to complain about. */
export function hookEnv(endpoint: string): Record<string, string> {
  return { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, PRIVITY_KEY: 'key-of-the-end-to-end-tests-0123456789' }
}

/**
 * Runs an application without the hook and with each flag; fails where it ends in another way or much later.
 *
 * @returns how it ended without the hook
 */
export async function sameEnding(
  options: AppOptions,
  run: (options: AppOptions) => Promise<Ending> = runApp,
): Promise<Ending> {
  const without = await run(options)
  for (const flag of flags) {
    const hooked = await run({ ...options, flag })
    expect(comparable(hooked), flag).toEqual(comparable(without))
    expect(hooked.millis - without.millis, `${flag}: milliseconds later`).toBeLessThan(delayMillis)
  }
  return without
}

/**
 * As `sameEnding`, but the hook says something: exactly one message, on stderr, that holds every one of `words`.
 *
 * @returns the message of the last run
 */
export async function sameEndingAndMessage(options: AppOptions, words: readonly string[]): Promise<string> {
  const plain = await runApp(options)
  const without = comparable(plain)
  let said = ''
  for (const flag of flags) {
    const hooked = await runApp({ ...options, flag })
    const parts = hooked.stderr.split(/^(?=privity (?:warning|error|info))/mu)
    const messages = parts.filter((part) => part.startsWith('privity '))
    const stderr = parts.filter((part) => !messages.includes(part)).join('')
    expect(comparable({ ...hooked, stderr }), flag).toEqual(without)
    expect(hooked.millis - plain.millis, `${flag}: milliseconds later`).toBeLessThan(delayMillis)
    expect(messages, `${flag} says`).toHaveLength(1)
    said = messages.join('')
    for (const word of words) expect(said).toContain(word)
  }
  return said
}
