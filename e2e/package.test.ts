import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type OtlpReceiver, startOtlpReceiver } from 'privity/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { comparable, runApp } from './harness/run-app.ts'

// The package as its users get it: packed, and installed into a project of its own.

const root = fileURLToPath(new URL('..', import.meta.url))
const { exports, files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>
  files: string[]
}
const subpaths = Object.keys(exports)
  .filter((subpath) => !['./register', './package.json'].includes(subpath))
  .map((subpath) => subpath.replace('.', 'privity'))

let home: string
let receiver: OtlpReceiver

beforeAll(async () => {
  await build()
  // not below the checkout, where Node would find the dependencies of its development as well
  home = await mkdtemp(join(tmpdir(), 'privity-package-'))
  await cp(join(root, 'e2e', 'fixtures', 'package'), home, { recursive: true })
  const packed = await npm(root, ['pack', '--silent', '--ignore-scripts', '--pack-destination', home])
  await writeFile(join(home, 'package.json'), '{"private":true}')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
  await npm(home, ['install', ...quiet, join(home, packed.trim())])
  receiver = await startOtlpReceiver()
})
afterAll(async () => {
  await receiver?.close()
  if (home !== undefined) await rm(home, { recursive: true, force: true })
})

describe('the package', () => {
  it('brings what it names, its licence and its README, and no tests or sources', async () => {
    const packed = await installedFiles()
    const top = new Set(packed.map((file) => file.split('/')[0]))
    const named = files.map((file) => file.split('/')[0])
    expect([...top].sort()).toEqual([...new Set([...named, 'LICENSE', 'README.md', 'package.json'])].sort())
    expect(packed.filter((file) => /\.test\.|-fixture\.|(?<!\.d)\.[cm]?ts$/u.test(file))).toEqual([])
  })

  it('has every file that its exports lead to', async () => {
    const packed = await installedFiles()
    const targets = JSON.stringify(exports).match(/\.\/dist\/[^"]+/gu) ?? []
    expect(targets.length).toBeGreaterThan(subpaths.length)
    expect(targets.map((target) => target.slice(2)).filter((target) => !packed.includes(target))).toEqual([])
  })

  it('loads nothing that it does not depend on', async () => {
    const manifest = await readFile(join(home, 'node_modules', 'privity', 'package.json'), 'utf8')
    const { dependencies, peerDependencies } = JSON.parse(manifest) as Record<string, Record<string, string>>
    const known = new Set([
      'privity',
      ...Object.keys({ ...dependencies, ...peerDependencies }),
      ...builtinModules.map((name) => name.replace('node:', '')),
    ])
    const loaded = await loadedPackages()
    expect(loaded).toContain('@opentelemetry/api')
    expect(loaded.filter((name) => !known.has(name))).toEqual([])
  })

  it('installs its command', async () => {
    const privity = join(home, 'node_modules', '.bin', 'privity')
    const { stdout } = await promisify(execFile)(privity, ['policy', 'explain', '--key', 'enduser.id'], { cwd: home })
    expect(stdout).toContain('enduser.id')
    await writeFile(join(home, 'test.log'), 'ask bob@example.com')
    const scan = promisify(execFile)(privity, ['scan', 'test.log', '--list'], { cwd: home })
    await expect(scan).rejects.toMatchObject({ code: 1, stdout: 'test.log:1:5 email\n' })
  })
})

describe.each(subpaths)('%s', (subpath) => {
  const names = `JSON.stringify(Object.keys(loaded).filter((name) => name !== 'module.exports').sort())`

  it('gives the same names to import and to require', async () => {
    const importing = [
      '--input-type=module',
      '--eval',
      `const loaded = await import('${subpath}'); console.log(${names})`,
    ]
    const requiring = ['--input-type=commonjs', '--eval', `const loaded = require('${subpath}'); console.log(${names})`]
    const [imported, required] = await Promise.all([importing, requiring].map((args) => runApp({ args, cwd: home })))
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(imported?.stdout ?? '')).not.toEqual([])
    expect(required).toMatchObject({ code: 0, stdout: imported?.stdout, stderr: '' })
  })
})

describe('the hook', () => {
  it.each([
    ['--require', 'app.cjs'],
    ['--import', 'app.cjs'],
    ['--require', 'app.mjs'],
    ['--import', 'app.mjs'],
  ])('%s privity/register traces %s and leaves its output alone', async (flag, app) => {
    receiver.clear()
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, PRIVITY_KEY: 'key-of-the-package-test-0123456789' }
    const [without, hooked] = await Promise.all([
      runApp({ args: [app], cwd: home, env }),
      runApp({ args: [flag, 'privity/register', app], cwd: home, env }),
    ])
    expect(without).toMatchObject({ code: 0, stdout: '200 hello\n' })
    expect(comparable(hooked)).toEqual(comparable(without))
    const spans = receiver.spans()
    const [client, server] = [3, 2].map((kind) => spans.find((span) => span.kind === kind))
    expect(server?.parentSpanId).toBe(client?.spanId)
    expect(server?.traceId).toMatch(/^[0-9a-f]{32}$/u)
  })
})

async function npm(cwd: string, args: readonly string[]): Promise<string> {
  // an npm that runs the tests tells its scripts of its own folder and options
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name)))
  return (await promisify(execFile)('npm', args, { cwd, env })).stdout
}

async function installedFiles(): Promise<string[]> {
  const folder = join(home, 'node_modules', 'privity')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const installed = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return installed.map((file) => file.slice(folder.length + 1)).filter((file) => !file.startsWith('node_modules/'))
}

/** The packages that the code loads by a written name, early or late. */
async function loadedPackages(): Promise<string[]> {
  const code = (await installedFiles()).filter((file) => /^dist\/.*\.c?js$/u.test(file))
  const texts = await Promise.all(code.map((file) => readFile(join(home, 'node_modules', 'privity', file), 'utf8')))
  const specifiers = texts.flatMap((text) =>
    [statements, calls].flatMap((loads) => Array.from(text.matchAll(loads), ([, from = '']) => from)),
  )
  return [
    ...new Set(
      specifiers.map((from) =>
        from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    ),
  ]
}

const statements = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"](?:node:)?([^'".][^'"]*)['"]/gmu
const calls = /\b(?:require|import|createRequire\([^()]*\))\(\s*['"](?:node:)?([^'".][^'"]*)['"]/gu
