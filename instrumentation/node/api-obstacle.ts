const apiKey = Symbol.for('opentelemetry.js.api.1')

/**
 * What keeps Privity from registering with the global OpenTelemetry API, and what to do about it.
 *
 * @param usable whether the global API takes registrations of the `@opentelemetry/api` that Privity has
 * @returns `undefined` if nothing does
 */
export function apiObstacle(usable: boolean): string | undefined {
  const api: unknown = Reflect.get(globalThis, apiKey)
  if (typeof api !== 'object' || api === null) return undefined
  const taken = ['trace', 'metrics', 'logs', 'context', 'propagation'].filter((name) => name in api)
  if (taken.length > 0) {
    return (
      `an OpenTelemetry SDK is registered already (${taken.join(', ')}), Privity stays off. Start one of the two: ` +
      'remove the other --require or --import, or keep your NodeSDK and wrap its configuration in withPrivacy() of privity/node.'
    )
  }
  if (!usable) {
    const version = 'version' in api ? String(api.version) : 'of unknown version'
    return (
      `@opentelemetry/api ${version} was in use before Privity started and does not fit, Privity stays off. ` +
      'Load privity/register before everything else, and make all packages use one @opentelemetry/api 1.10 (npm ls @opentelemetry/api).'
    )
  }
  return undefined
}
