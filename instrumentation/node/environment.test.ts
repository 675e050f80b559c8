import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'
import { environmentVariables, type VariableName } from './environment-variables.ts'

const page = readFileSync(new URL('../../docs/environment.md', import.meta.url), 'utf8')
const read = (variables: Record<string, string>) => {
  const warnings: string[] = []
  return { environment: readEnvironment(variables, (warning) => warnings.push(warning)), warnings }
}

describe('readEnvironment', () => {
  it('takes an empty variable for one that is not set', () => {
    expect(read({ OTEL_BSP_SCHEDULE_DELAY: ' ', OTEL_TRACES_EXPORTER: '' })).toEqual({ environment: {}, warnings: [] })
  })

  it('reads numbers, flags, lists and choices', () => {
    const { environment } = read({
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_SDK_DISABLED: 'TRUE',
      OTEL_TRACES_EXPORTER: ' otlp, console,otlp ',
      OTEL_LOG_LEVEL: 'debug',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
    })
    expect(environment).toEqual({
      OTEL_BSP_SCHEDULE_DELAY: 200,
      OTEL_SDK_DISABLED: true,
      OTEL_TRACES_EXPORTER: ['otlp', 'console'],
      OTEL_LOG_LEVEL: 'DEBUG',
      OTEL_TRACES_SAMPLER_ARG: 0.25,
    })
  })

  const wrong: [VariableName, string][] = [
    ['OTEL_BSP_SCHEDULE_DELAY', '5s'],
    ['OTEL_BSP_MAX_QUEUE_SIZE', '0'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '-1'],
    ['OTEL_SDK_DISABLED', 'yes'],
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_LOG_LEVEL', 'loud'],
    ['OTEL_LOGS_EXPORTER', ','],
  ]
  it.each(wrong)('warns once of a wrong %s, says what to do, and goes on with the default', (name, value) => {
    const { environment, warnings } = read({ [name]: value })
    expect(environment).toEqual({})
    expect(warnings).toHaveLength(1)
    for (const part of [name, value, environmentVariables[name].expects, environmentVariables[name].otherwise]) {
      expect(warnings[0]).toContain(part)
    }
  })
})

describe('docs/environment.md', () => {
  it('describes every variable that the hook reads, with its default', () => {
    for (const [name, { otherwise }] of Object.entries(environmentVariables)) {
      expect(page).toContain(`| \`${name}\` |`)
      const line = page.split('\n').find((text) => text.startsWith(`| \`${name}\` `))
      expect(line).toContain(otherwise)
    }
  })

  it('describes no variable that nobody reads', () => {
    const described = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name ?? '')
    const readByExporters = page.slice(page.indexOf('## Read by the exporters'))
    for (const name of described) {
      if (!readByExporters.includes(`| \`${name}\` |`)) expect(Object.keys(environmentVariables)).toContain(name)
    }
  })
})
