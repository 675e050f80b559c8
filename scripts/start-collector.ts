import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningCollector {
  /** Base URL of its OTLP/HTTP receiver. */
  readonly url: string
  /** Its own log so far. */
  log(): string
  /** Lets it send what it holds, and ends it. */
  stop(): Promise<void>
}

export interface StartCollectorOptions {
  readonly binary: string
  /** The configuration, as `generateCollectorConfig` writes it. */
  readonly config: string
  /** Where each flow is sent on, by its name. */
  readonly to: Readonly<Record<string, string>>
  readonly featureGates?: string
}

/** Starts a Collector on free ports of the loopback interface, and waits until it is ready. */
export async function startCollector(options: StartCollectorOptions): Promise<RunningCollector> {
  const directory = mkdtempSync(join(tmpdir(), 'privity-collector-'))
  const file = join(directory, 'collector.yaml')
  writeFileSync(file, options.config)
  const [grpc, http, health, metrics] = await freePorts(4)
  const child = spawn(
    options.binary,
    ['--config', file, ...(options.featureGates === undefined ? [] : ['--feature-gates', options.featureGates])],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PRIVITY_COLLECTOR_GRPC: `127.0.0.1:${grpc}`,
        PRIVITY_COLLECTOR_HTTP: `127.0.0.1:${http}`,
        PRIVITY_COLLECTOR_HEALTH: `127.0.0.1:${health}`,
        PRIVITY_COLLECTOR_METRICS_PORT: `${metrics}`,
        ...Object.fromEntries(
          Object.entries(options.to).map(([flow, url]) => [`PRIVITY_COLLECTOR_${flow.toUpperCase()}_ENDPOINT`, url]),
        ),
      },
    },
  )
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log += text
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      log += `${error}`
      resolve()
    })
    child.once('close', () => resolve())
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(directory, { recursive: true, force: true })
  }
  const running = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  while (!(await isReady(`http://127.0.0.1:${health}/`))) {
    if (running()) continue
    await stop()
    throw new Error(`the Collector did not start: ${log}`)
  }
  return { url: `http://127.0.0.1:${http}`, log: () => log, stop }
}

async function isReady(url: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50))
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  )
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
