import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../../testing/index.ts'
import { createAppFolder, register } from './app-fixture.ts'

const apps = createAppFolder()
let receiver: OtlpReceiver
beforeAll(async () => {
  await build()
  receiver = await startOtlpReceiver()
}, 120_000)
afterAll(async () => {
  await receiver.close()
  apps.remove()
})

const server =
  "const http = require('node:http'); const server = http.createServer((q, r) => r.end('x')).listen(0, '127.0.0.1', main);"
const request = (then: string) =>
  `${server} function main() { http.get({ port: server.address().port, agent: false }, (r) => { r.resume(); r.on('end', () => { ${then} }) }) }`
const send = (signal: string) => `process.kill(process.pid, '${signal}')`
const exitLine = "process.on('exit', (code) => console.log('exit', code));"

/** How applications end. */
const endings: Record<string, string> = {
  'ends by itself': `${exitLine} ${request('server.close()')}`,
  'sets an exit code': `${exitLine} process.exitCode = 3; ${request('server.close()')}`,
  'listens to beforeExit': `process.on('beforeExit', (code) => console.log('beforeExit', code)); ${exitLine} ${request('server.close()')}`,
  'takes up new work in beforeExit': `let n = 0; process.on('beforeExit', (code) => { console.log('beforeExit', code, n); if (n++ < 2) setTimeout(() => console.log('more'), 5) }); ${exitLine}`,
  'calls process.exit': `${exitLine} ${request('process.exit(5)')}`,
  throws: request("throw new Error('boom')"),
  'rejects unhandled': request("Promise.reject(new Error('nobody'))"),
  'is ended by SIGTERM': request(send('SIGTERM')),
  'is ended by SIGINT': request(send('SIGINT')),
  'is ended by SIGHUP': request(send('SIGHUP')),
  'handles SIGTERM': `process.on('SIGTERM', (signal) => { console.log(signal, process.listenerCount('SIGTERM')); server.close() }); ${request(send('SIGTERM'))}`,
  'handles SIGTERM and exits': `process.on('SIGTERM', () => process.exit(7)); ${request(send('SIGTERM'))}`,
  'handles the first SIGTERM only': `process.once('SIGTERM', () => { console.log(process.listenerCount('SIGTERM')); setTimeout(() => ${send('SIGTERM')}, 20) }); ${request(send('SIGTERM'))}`,
  'takes its handler back': `const f = () => {}; process.on('SIGTERM', f); process.off('SIGTERM', f); ${request(send('SIGTERM'))}`,
  'ends itself where nobody else listens': `const f = () => { if (process.listeners('SIGTERM').length === 1) { process.off('SIGTERM', f); console.log('clean'); ${send('SIGTERM')} } }; process.on('SIGTERM', f); ${request(send('SIGTERM'))}`,
  'ends with a worker': `const { Worker } = require('node:worker_threads'); new Worker("require('node:http'); process.exitCode = 2", { eval: true }).on('exit', (code) => console.log('worker', code))`,
  'terminates a worker': `const { Worker } = require('node:worker_threads'); const w = new Worker("require('node:http').createServer(() => {}).listen(0); require('node:worker_threads').parentPort.postMessage(1)", { eval: true }); w.on('message', async () => console.log(await w.terminate()))`,
  'has a worker that throws': `const { Worker } = require('node:worker_threads'); new Worker("require('node:http'); throw new Error('in worker')", { eval: true }).on('error', (e) => console.log(e.message)).on('exit', (code) => console.log('worker', code))`,
  'logs through a worker of pino':
    "require('pino')({ base: null, timestamp: false, transport: { target: 'pino/file', options: { destination: 1 } } }).info('hello')",
}

/** The stack of an error that is thrown inside of a request shows that its context was kept. */
function withoutFrames(stderr: string): string {
  return stderr.replaceAll(/^ {4}at .*(?:@opentelemetry|AsyncLocalStorage\.run).*\n/gm, '')
}

describe('an application under the hook', () => {
  it.each(Object.entries(endings))(
    'ends as without it when it %s',
    async (_, code) => {
      const without = await apps.run(code)
      const hooked = await apps.run(code, {
        flags: ['--require', register],
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
      })
      expect({ ...hooked, stderr: withoutFrames(hooked.stderr) }).toEqual(without)
    },
    60_000,
  )

  it.each(['ends by itself', 'listens to beforeExit', 'is ended by SIGTERM', 'is ended by SIGINT', 'handles SIGTERM'])(
    'has sent its spans when it %s',
    async (name) => {
      receiver.clear()
      await apps.run(endings[name] ?? '', {
        flags: ['--require', register],
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
      })
      expect(receiver.spans().filter((span) => span.kind === 2)).toHaveLength(1)
    },
    60_000,
  )

  it.each(['ends by itself', 'listens to beforeExit', 'is ended by SIGTERM'])(
    'ends all the same when it %s and the receiver hangs',
    async (name) => {
      receiver.setFault({ kind: 'hang' })
      const { stderr: _, ...without } = await apps.run(endings[name] ?? '')
      const { stderr, ...hooked } = await apps.run(endings[name] ?? '', {
        flags: ['--require', register],
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_TIMEOUT: '4000' },
      })
      receiver.setFault(undefined)
      expect(hooked).toEqual(without)
      expect(stderr).not.toContain('    at ')
    },
    60_000,
  )
})
