import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../../testing/index.ts'
import { createAppFolder, type RunOptions, register } from './app-fixture.ts'

const apps = createAppFolder()
let receiver: OtlpReceiver
beforeAll(async () => {
  await build()
  receiver = await startOtlpReceiver()
}, 120_000)
beforeEach(() => receiver.clear())
afterAll(async () => {
  await receiver.close()
  apps.remove()
})

const run = (code: string, { flags = ['--require', register], env, ...options }: RunOptions = {}) =>
  apps.run(code, { ...options, flags, env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...env } })

const main = `
const app = express()
app.get('/users/:id', (request, response) => response.send('hi'))
const server = app.listen(0, '127.0.0.1', async () => {
  await (await fetch('http://127.0.0.1:' + server.address().port + '/users/7')).text()
  server.close()
  server.closeAllConnections()
})`
const cjs = `const express = require('express'); ${main}`
const esm = `import express from 'express'; ${main}`
const imported = `import('express').then(({ default: express }) => { ${main} })`

const kinds = { server: 2, client: 3 }
const spansOf = (kind: number) => receiver.spans().filter((span) => span.kind === kind)

describe('privity/register', () => {
  const applications = {
    CommonJS: { code: cjs },
    'ES module': { code: esm, esm: true },
    'late import': { code: imported },
  }
  const preloads = { '--require': ['--require', register], '--import': ['--import', register] }
  const both = { 'both flags': [...preloads['--require'], ...preloads['--import']] }
  const cases = Object.entries(applications).flatMap(([name, application]) =>
    Object.entries({ ...preloads, ...both }).map(([flag, flags]) => ({ name, flag, flags, ...application })),
  )
  it.each(cases)('records a request once: $name, $flag', async ({ code, flags, ...options }) => {
    expect(await run(code, { flags, ...options })).toMatchObject({ stdout: '', stderr: '', code: 0 })
    const [server, ...others] = spansOf(kinds.server)
    expect(others).toEqual([])
    expect(server?.name).toBe('GET /users/:id')
    const client = receiver.spans().find((span) => span.spanId === server?.parentSpanId)
    expect(client?.kind).toBe(kinds.client)
    expect(receiver.spans().filter((span) => span.scope.name.endsWith('-express'))).toHaveLength(1)
  })

  it('starts once where NODE_OPTIONS and a flag both ask for it', async () => {
    await run(cjs, { env: { NODE_OPTIONS: `--require ${register}` } })
    expect(spansOf(kinds.server)).toHaveLength(1)
  })

  it('lets a package of ES modules with re-exports be imported as it is', async () => {
    const code =
      "import 'reflect-metadata'; import { NestFactory } from '@nestjs/core'; console.log(typeof NestFactory.create)"
    expect(await run(code, { esm: true })).toMatchObject({ stdout: 'function\n', stderr: '', code: 0 })
  })

  it('names requests by the route of Fastify', async () => {
    const code = `const app = require('fastify')(); app.get('/a/:id', async () => 'x')
      app.listen({ port: 0, host: '127.0.0.1' }).then(async (url) => { await (await fetch(url + '/a/1')).text(); await app.close() })`
    await run(code)
    expect(spansOf(kinds.server).map((span) => span.name)).toEqual(['GET /a/:id'])
  })

  it('tells what the guard did, as a metric', async () => {
    await run(cjs)
    await run('setTimeout(() => {}, 400)', {
      env: { OTEL_METRIC_EXPORT_INTERVAL: '100', OTEL_METRIC_EXPORT_TIMEOUT: '100' },
    })
    const points = receiver
      .metrics()
      .filter((metric) => metric.name === 'privity.records')
      .flatMap((metric) => metric.points)
    expect(points.map((point) => point.attributes)).toContainEqual({
      'privity.flow': 'operations',
      'privity.signal': 'logs',
      'privity.outcome': 'deliver',
    })
  })

  it('loads no instrumentation of a library that is not loaded', async () => {
    const code = `console.log(Object.keys(require.cache).filter((file) => /instrumentation-[a-z]/.test(file)).map((file) => file.split('@opentelemetry/')[1].split('/')[0]).filter((name, index, all) => all.indexOf(name) === index).join())`
    expect(await run(code)).toMatchObject({ stdout: 'instrumentation-undici\n', stderr: '' })
  })

  it('prints records where OTEL_TRACES_EXPORTER says console, behind the guard', async () => {
    const { stdout } = await run(cjs, { env: { OTEL_TRACES_EXPORTER: 'console', OTEL_LOGS_EXPORTER: 'none' } })
    expect(stdout).toContain("'privity.flow': 'operations'")
    expect(stdout).not.toContain('/users/7')
    expect(receiver.spans()).toEqual([])
  })

  it('does nothing when OTEL_SDK_DISABLED is true', async () => {
    const code = `${cjs}\nconsole.log(Symbol.for('opentelemetry.js.api.1') in globalThis, process.listenerCount('SIGTERM'))`
    expect(await run(code, { env: { OTEL_SDK_DISABLED: 'true' } })).toMatchObject({ stdout: 'false 0\n', stderr: '' })
    expect(receiver.requests).toEqual([])
  })
})

describe('privity/register in a worker', () => {
  const worker = (code: string, rest = '') =>
    `const { Worker } = require('node:worker_threads'); new Worker(${JSON.stringify(code)}, { eval: true }).on('message', console.log)${rest}`

  it('records what the worker does, under a service instance of its own', async () => {
    await run(worker(cjs))
    expect(spansOf(kinds.server)).toHaveLength(1)
    expect(spansOf(kinds.client)).toHaveLength(1)
  })

  it('stays asleep in one that loads nothing to record', async () => {
    const code =
      "require('node:fs'); require('node:worker_threads').parentPort.postMessage(Symbol.for('opentelemetry.js.api.1') in globalThis)"
    expect(await run(worker(code))).toMatchObject({ stdout: 'false\n', stderr: '', code: 0 })
  })

  it('makes the same pseudonyms as the main thread, where there is no PRIVITY_KEY, and warns once', async () => {
    const { stderr } = await run(`require('node:http'); ${worker("require('node:http')")}`, {
      env: { PRIVITY_KEY: '' },
    })
    expect(stderr.match(/PRIVITY_KEY is not set/g)).toHaveLength(1)
  })
})

describe('privity/register, where something is wrong,', () => {
  const alive = "console.log('alive')"

  it('lists all that is wrong with the policy, stays off, and lets the application live', async () => {
    const files = { 'bad.yaml': 'flows:\n  operations: { form: bare }\nlimitz: {}\n' }
    const { stdout, stderr, code } = await run(`${cjs}; ${alive}`, { files, env: { PRIVITY_POLICY: 'bad.yaml' } })
    expect({ stdout, code }).toEqual({ stdout: 'alive\n', code: 0 })
    expect(stderr).toMatch(/2 problems[\s\S]*flows\.operations\.form[\s\S]*limitz[\s\S]*stays off/)
    expect(receiver.requests).toEqual([])
  })

  it.each([
    ['OTEL_BSP_SCHEDULE_DELAY', 'soon'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_PROPAGATORS', 'pigeon'],
    ['OTEL_NODE_RESOURCE_DETECTORS', 'magic'],
    ['OTEL_NODE_DISABLED_INSTRUMENTATIONS', 'htp'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_CONFIG_FILE', 'otel.yaml'],
    ['PRIVITY_KEY', ''],
  ])('says so once for %s=%s, and goes on', async (name, value) => {
    const { stdout, stderr } = await run(`${cjs}; ${alive}`, { env: { [name]: value } })
    expect(stdout).toBe('alive\n')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(new RegExp(`^privity warning: .*${name.replace('DISABLED', '.*')}`))
    expect(spansOf(kinds.server)).toHaveLength(1)
  })

  it('says once for a flow and signal that the receiver is not there', async () => {
    const { stdout, stderr, code } = await run(`${cjs}; ${alive}`, {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
        OTEL_EXPORTER_OTLP_TIMEOUT: '300',
        OTEL_LOGS_EXPORTER: 'none',
        OTEL_METRICS_EXPORTER: 'none',
      },
    })
    expect({ stdout, code }).toEqual({ stdout: 'alive\n', code: 0 })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/^privity warning: flow operations could not deliver traces .*OTEL_EXPORTER_OTLP_/)
  })

  it('stays off beside another SDK, and names the way out', async () => {
    const files = {
      'other.cjs':
        "require('@opentelemetry/api').trace.setGlobalTracerProvider({ getTracer: () => ({ other: true }) })",
    }
    const flags = ['--require', './other.cjs', '--require', register]
    const code =
      "console.log(require('@opentelemetry/api').trace.getTracer('x').other, process.listenerCount('SIGTERM'))"
    await apps.run('', { files })
    const { stdout, stderr } = await run(code, { flags })
    expect(stdout).toMatch(/0\n$/)
    expect(stderr).toMatch(/^privity error: an OpenTelemetry SDK is registered already \(trace\).*withPrivacy/)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('stays off where another version of the API was there before, and says which', async () => {
    const files = {
      'old.cjs':
        "globalThis[Symbol.for('opentelemetry.js.api.1')] = Object.defineProperty({}, 'version', { value: '1.9.0' })",
    }
    await apps.run('', { files })
    const { stdout, stderr, code } = await run(alive, { flags: ['--require', './old.cjs', '--require', register] })
    expect({ stdout, code }).toEqual({ stdout: 'alive\n', code: 0 })
    expect(stderr).toMatch(/^privity error: @opentelemetry\/api 1\.9\.0 .*npm ls @opentelemetry\/api/)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says on a Node that is too old which it needs', async () => {
    const files = { 'old-node.cjs': "Object.defineProperty(process.versions, 'node', { value: '20.9.0' })" }
    await apps.run('', { files })
    const { stdout, stderr } = await run(alive, { flags: ['--require', './old-node.cjs', '--require', register] })
    expect(stdout).toBe('alive\n')
    expect(stderr).toMatch(/^privity error: Node 20\.9\.0 is not supported.*22\.15/)
  })
})
