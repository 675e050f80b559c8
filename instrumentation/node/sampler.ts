import type { Sampler } from '@opentelemetry/sdk-trace'
import type { Environment } from './environment.ts'
import { sdkTrace } from './sdk.ts'

/** The sampler that `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG` name; `undefined`: the default of the SDK. */
export function createSampler(environment: Environment): Sampler | undefined {
  const ratio = () => new sdkTrace.TraceIdRatioBasedSampler(environment.OTEL_TRACES_SAMPLER_ARG ?? 1)
  switch (environment.OTEL_TRACES_SAMPLER) {
    case 'always_on':
      return new sdkTrace.AlwaysOnSampler()
    case 'always_off':
      return new sdkTrace.AlwaysOffSampler()
    case 'traceidratio':
      return ratio()
    case 'parentbased_always_on':
      return new sdkTrace.ParentBasedSampler({ root: new sdkTrace.AlwaysOnSampler() })
    case 'parentbased_always_off':
      return new sdkTrace.ParentBasedSampler({ root: new sdkTrace.AlwaysOffSampler() })
    case 'parentbased_traceidratio':
      return new sdkTrace.ParentBasedSampler({ root: ratio() })
    case undefined:
      return undefined
  }
}
