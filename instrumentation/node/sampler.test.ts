import { describe, expect, it } from 'vitest'
import { environmentVariables } from './environment-variables.ts'
import { createSampler } from './sampler.ts'

describe('createSampler', () => {
  it('leaves the default to the SDK', () => {
    expect(createSampler({})).toBeUndefined()
  })

  it.each([
    ['always_on', 'AlwaysOnSampler'],
    ['always_off', 'AlwaysOffSampler'],
    ['traceidratio', 'TraceIdRatioBased{0.25}'],
    ['parentbased_always_on', 'ParentBased{root=AlwaysOnSampler'],
    ['parentbased_always_off', 'ParentBased{root=AlwaysOffSampler'],
    ['parentbased_traceidratio', 'ParentBased{root=TraceIdRatioBased{0.25}'],
  ] as const)('makes the sampler of OTEL_TRACES_SAMPLER=%s', (name, text) => {
    const environment = { OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: 0.25 }
    expect(String(createSampler(environment))).toContain(text)
    expect(environmentVariables.OTEL_TRACES_SAMPLER.parse(name)).toBe(name)
  })
})
