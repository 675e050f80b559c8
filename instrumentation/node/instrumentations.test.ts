import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { instrumentations } from './instrumentations.ts'
import { packageOf } from './package-of.ts'
import { selectInstrumentations, watchedModules } from './select-instrumentations.ts'

const require = createRequire(import.meta.url)
const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

interface Definition {
  readonly name: string
}
type Instrumentation = new (
  config: object,
) => {
  readonly _modules?: readonly Definition[]
  getModuleDefinitions?(): readonly Definition[]
}

describe('the table of instrumentations', () => {
  it('has all that OpenTelemetry loads by itself', () => {
    const manifest = new URL(
      '../../node_modules/@opentelemetry/auto-instrumentations-node/package.json',
      import.meta.url,
    )
    const upstream: object = JSON.parse(readFileSync(manifest, 'utf8')).dependencies
    const names = Object.keys(upstream).flatMap((name) => name.split('@opentelemetry/instrumentation-')[1] ?? [])
    expect(instrumentations.map((entry) => entry.name).sort()).toEqual(names.sort())
  })

  const ofPackages = instrumentations.filter((entry) => entry.own === undefined && entry.on !== 'system')
  it.each(ofPackages)('$name: watches the modules that its package patches', ({ name, exportName, on }) => {
    expect(dependencies).toHaveProperty([`@opentelemetry/instrumentation-${name}`])
    const Patcher = require(`@opentelemetry/instrumentation-${name}`)[exportName] as Instrumentation
    const instance = new Patcher({ enabled: false })
    const definitions = [...(instance._modules ?? []), ...(instance.getModuleDefinitions?.() ?? [])]
    const patched = new Set(definitions.map((definition) => packageOf(definition.name)))
    const watched = typeof on === 'object' && 'modules' in on ? on.modules : []
    expect(new Set(watched)).toEqual(patched)
  })

  it.each(ofPackages.filter(({ config }) => config))('$name: its package knows the options', (entry) => {
    const { name, config = {} } = entry
    const types = readFileSync(
      require.resolve(`@opentelemetry/instrumentation-${name}`).replace('index.cjs', 'types.d.cts'),
      'utf8',
    )
    for (const option of Object.keys(config)) expect(types).toMatch(new RegExp(`\\b${option}\\?:`))
  })
})

describe('selectInstrumentations', () => {
  const none = (message: string): never => {
    throw new Error(message)
  }
  const names = (environment: Parameters<typeof selectInstrumentations>[0]) =>
    selectInstrumentations(environment, none).map((entry) => entry.name)

  it('leaves fs out, unless it is asked for', () => {
    expect(names({})).not.toContain('fs')
    expect(names({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: ['fs'] })).toEqual(['fs'])
  })

  it('takes only what is enabled, less what is disabled', () => {
    const environment = {
      OTEL_NODE_ENABLED_INSTRUMENTATIONS: ['http', 'express'],
      OTEL_NODE_DISABLED_INSTRUMENTATIONS: ['http'],
    }
    expect(names(environment)).toEqual(['express'])
  })

  it('warns of a name that there is not, and names those that there are', () => {
    const warnings: string[] = []
    selectInstrumentations({ OTEL_NODE_DISABLED_INSTRUMENTATIONS: ['htp'] }, (warning) => warnings.push(warning))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/"htp".*\bhttp\b/)
  })
})

describe('watchedModules', () => {
  it('are those of the selected instrumentations', () => {
    const selected = selectInstrumentations({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: ['pg', 'undici'] }, () => {})
    expect(watchedModules(selected)).toEqual(new Set(['pg', 'pg-pool']))
  })
})
