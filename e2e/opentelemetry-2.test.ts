import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { canaries, type OtlpReceiver, startOtlpReceiver } from 'privity/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const home = join(root, '.cache', 'opentelemetry-2')
const secret = canaries(2).secret('everywhere')

let receiver: OtlpReceiver
let printed: string

/** Installs the packed package into a project that has OpenTelemetry 2.12, as its users would, and runs its application. */
beforeAll(async () => {
  await build()
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'app.mjs']) {
    await cp(join(root, 'e2e', 'opentelemetry-2', file), join(home, file))
  }
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
  const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
  })
  await run('npm', ['ci', ...quiet], { cwd: home })
  await run('npm', ['install', '--no-save', ...quiet, join(home, stdout.trim())], { cwd: home })
  receiver = await startOtlpReceiver()
  const env = { ...process.env, RECEIVER: receiver.url, SECRET: secret, NODE_OPTIONS: '' }
  ;({ stdout: printed } = await run(process.execPath, ['app.mjs'], { cwd: home, env }))
})
afterAll(async () => {
  await receiver?.close()
  await rm(home, { recursive: true, force: true })
})

describe('in an OpenTelemetry 2.12 set-up', () => {
  it('is what is installed', async () => {
    const version = async (name: string): Promise<string> =>
      JSON.parse(await readFile(join(home, 'node_modules', name, 'package.json'), 'utf8')).version
    expect(await version('@opentelemetry/sdk-trace-base')).toMatch(/^2\.12\./u)
    expect(await version('@opentelemetry/api')).toMatch(/^1\.9\./u)
  })

  it('spans reach both flows, over JSON and protobuf, the second with the subject who became known late', () => {
    const spans = (prefix: string) => receiver.spans().filter((span) => span.prefix === prefix)
    expect(
      spans('/operations')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['GET /tickets/:id', 'SELECT tickets'])
    expect(spans('/operations').every(({ attributes }) => attributes['privity.form'] === 'anonymous')).toBe(true)
    expect(spans('/company_context')).toHaveLength(2)
    for (const { attributes } of spans('/company_context')) {
      expect(attributes).toMatchObject({
        'privity.form': 'pseudonymous',
        'privity.subject': expect.stringMatching(/^ps1_/u),
      })
    }
  })

  it('a processor hands judged copies to one that exports by itself', () => {
    const spans = receiver.spans().filter(({ prefix }) => prefix === '/next')
    expect(spans.map(({ attributes }) => attributes['privity.flow'])).toEqual(['operations', 'operations'])
  })

  it('log records and metrics arrive', () => {
    expect(
      receiver
        .logs()
        .map(({ prefix }) => prefix)
        .sort(),
    ).toEqual(['/company_context', '/operations'])
    const requests = receiver.metrics().find(({ name }) => name === 'app.requests')
    expect(requests).toMatchObject({
      prefix: '/operations',
      points: [{ attributes: { 'http.route': '/tickets/:id' }, value: 1 }],
    })
  })

  it('nothing personal leaves', () => {
    const searched = canaries(2)
    searched.secret('everywhere')
    expect(searched.leaks(receiver.bytes())).toEqual([])
    expect(searched.leaks(printed)).toEqual([])
    expect(JSON.parse(printed)).toContainEqual({
      flow: 'company_context',
      signal: 'traces',
      outcome: 'deliver',
      count: 2,
    })
  })
})
