/**
 * Calls `fn` so that nothing of it gets out: the application that lives around the exporters must not notice a fault.
 *
 * @returns what `fn` gave; `undefined` if it threw
 * @example contained(() => JSON.parse('{')) // undefined
 */
export function contained<T>(fn: () => T): T | undefined {
  try {
    return fn()
  } catch {
    return undefined
  }
}
