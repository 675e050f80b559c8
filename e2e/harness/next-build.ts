import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ModuleSystem } from './frameworks.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fixtures = join(root, 'e2e', 'fixtures')
const requireHere = createRequire(import.meta.url)

/**
 * The `server.js` of the Next.js fixture, built with `output: 'standalone'` and kept until its sources change. Which
 * module system `server.js` has follows the application's package.json. Many may ask at once: the first builds for all.
 */
export function nextServer(system: ModuleSystem): Promise<string> {
  const server = servers.get(system) ?? findOrBuild(system)
  servers.set(system, server)
  return server
}

const servers = new Map<ModuleSystem, Promise<string>>()

async function findOrBuild(system: ModuleSystem): Promise<string> {
  const sources = await readSources()
  const home = join(root, '.cache', 'next', `${system}-${await digest(sources)}`)
  const server = join('.next', 'standalone', relative(root, home), 'server.js')
  if (!(await exists(join(home, server)))) await buildNext(system, home)
  return join(home, server)
}

async function readSources(): Promise<string[]> {
  const files = [join(fixtures, 'tickets.mjs'), requireHere.resolve('next/package.json')]
  for await (const file of glob('next/**/*.{js,mjs}', { cwd: fixtures })) files.push(join(fixtures, file))
  return files.sort()
}

async function digest(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 12)
}

async function buildNext(system: ModuleSystem, home: string): Promise<void> {
  // not into a folder of another name: the path of the application is part of the output
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  await cp(join(fixtures, 'next'), home, { recursive: true })
  await cp(join(fixtures, 'tickets.mjs'), join(home, 'tickets.mjs'))
  // with `type: commonjs` Next.js would refuse the ES module syntax of its own sources
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({ private: true, ...(system === 'esm' && { type: 'module' }) }),
  )
  await promisify(execFile)(process.execPath, [requireHere.resolve('next/dist/bin/next'), 'build'], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  })
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
