import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real Redis, of this test run alone, that keeps nothing. */
export interface TestRedis {
  readonly port: number
  stop(): Promise<void>
}

/** @returns why no Redis can be started here; `undefined` if one can */
export function redisObstacle(): string | undefined {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'redis-server is not installed (Debian: apt-get install redis-server)'
  }
}

/** Starts the `redis-server` that is installed, on a free port of the loopback interface. */
export async function startRedis(): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'privity-redis-'))
  const port = await freePort()
  const options = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'no', dir: directory }
  const server = spawn(
    'redis-server',
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const exited = once(server, 'exit')
  const stop = async (): Promise<void> => {
    server.kill('SIGKILL')
    await exited
    rmSync(directory, { recursive: true, force: true })
  }
  let said = ''
  const ready = new Promise<void>((resolve) => {
    server.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ready to accept connections')) resolve()
    })
  })
  const failed = exited.then(([code]): never => {
    throw new Error(`Redis ended with ${code}:\n${said}`)
  })
  await Promise.race([ready, failed])
  failed.catch(() => {})
  return { port, stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
