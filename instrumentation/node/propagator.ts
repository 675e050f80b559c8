import { createRequire } from 'node:module'
import { diag, type TextMapPropagator } from '@opentelemetry/api'
import type { Environment } from './environment.ts'
import { core } from './sdk.ts'

/** The propagators that `OTEL_PROPAGATORS` names, as one; `undefined`: none, the trace context does not travel. */
export function createPropagator(environment: Environment): TextMapPropagator | undefined {
  const names = environment.OTEL_PROPAGATORS ?? ['tracecontext', 'baggage']
  if (names.includes('none')) return undefined
  const propagators = names.flatMap((name) => {
    const make = makers[name]
    if (make === undefined) {
      diag.warn(
        `privity: OTEL_PROPAGATORS names "${name}", which there is not; known are ${Object.keys(makers).join(', ')}, none`,
      )
      return []
    }
    return [make()]
  })
  return propagators.length <= 1 ? propagators[0] : new core.CompositePropagator({ propagators })
}

const makers: Readonly<Record<string, () => TextMapPropagator>> = {
  tracecontext: () => new core.W3CTraceContextPropagator(),
  baggage: () => new core.W3CBaggagePropagator(),
  b3: () => createB3Propagator(false),
  b3multi: () => createB3Propagator(true),
}

/** Loaded only when asked for. */
function createB3Propagator(multi: boolean): TextMapPropagator {
  const require = createRequire(import.meta.url)
  const { B3Propagator, B3InjectEncoding } =
    require('@opentelemetry/propagator-b3') as typeof import('@opentelemetry/propagator-b3')
  return new B3Propagator(multi ? { injectEncoding: B3InjectEncoding.MULTI_HEADER } : {})
}
