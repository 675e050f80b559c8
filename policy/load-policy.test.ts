// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a policy refers to a variable
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultPolicy } from './default-policy.ts'
import { loadPolicy, readPolicy } from './load-policy.ts'
import { PolicyError } from './policy-error.ts'

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'privity-policy-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true })
})

function write(name: string, text: string): void {
  writeFileSync(join(cwd, name), text)
}

function errorOf(env: Record<string, string> = {}): PolicyError {
  try {
    loadPolicy({ cwd, env })
  } catch (error) {
    if (error instanceof PolicyError) return error
    throw error
  }
  throw new Error('no error')
}

describe('loadPolicy', () => {
  it('gives the default policy itself where there is no file', () => {
    expect(loadPolicy({ cwd, env: {} })).toBe(defaultPolicy)
  })

  it('takes an empty PRIVITY_POLICY for none', () => {
    expect(loadPolicy({ cwd, env: { PRIVITY_POLICY: '' } })).toBe(defaultPolicy)
  })

  it('prefers .yaml to .yml to .json', () => {
    write('privity.policy.json', '{"version": "json"}')
    expect(loadPolicy({ cwd, env: {} }).version).toBe('json')
    write('privity.policy.yml', 'version: yml')
    expect(loadPolicy({ cwd, env: {} }).version).toBe('yml')
    write('privity.policy.yaml', 'version: yaml')
    expect(loadPolicy({ cwd, env: {} }).version).toBe('yaml')
  })

  it('prefers the named file, relative to the working directory', () => {
    write('privity.policy.yaml', 'version: default place')
    mkdirSync(join(cwd, 'config'))
    write('config/own.yaml', 'version: named')
    expect(loadPolicy({ cwd, env: { PRIVITY_POLICY: 'config/own.yaml' } }).version).toBe('named')
    expect(loadPolicy({ cwd, env: { PRIVITY_POLICY: join(cwd, 'config/own.yaml') } }).version).toBe('named')
  })

  it('refuses a named file that is not there, although there is one in the default place', () => {
    write('privity.policy.yaml', 'version: default place')
    expect(errorOf({ PRIVITY_POLICY: 'missing.yaml' }).issues).toMatchObject([
      { code: 'not_found', expected: expect.stringContaining('missing.yaml') },
    ])
  })

  it('refuses a wrong file with its name, line and column', () => {
    write('privity.policy.yaml', 'version: "1"\nflow: {}')
    const error = errorOf()
    expect(error.file).toBe(join(cwd, 'privity.policy.yaml'))
    expect(error.issues).toMatchObject([{ code: 'unknown_key', line: 2, column: 1 }])
    expect(error.message).toContain('privity.policy.yaml:2:1:')
  })

  it('refuses a directory in place of the file', () => {
    mkdirSync(join(cwd, 'privity.policy.yaml'))
    expect(errorOf().issues).toMatchObject([{ code: 'unreadable', received: expect.stringContaining('EISDIR') }])
  })

  it.skipIf(process.getuid?.() === 0)('refuses a file that it may not read, and does not go on to the next', () => {
    write('privity.policy.yaml', 'version: "1"')
    write('privity.policy.json', '{}')
    chmodSync(join(cwd, 'privity.policy.yaml'), 0)
    expect(errorOf().issues).toMatchObject([{ code: 'unreadable' }])
  })

  it('fills headers from the environment that it was given', () => {
    write('privity.policy.yaml', 'flows: { operations: { to: { otlp: { headers: { key: "${env:KEY}" } } } } }')
    expect(loadPolicy({ cwd, env: { KEY: 'abc' } }).flows.operations?.to.otlp.headers).toEqual({ key: 'abc' })
    expect(errorOf().issues).toMatchObject([{ code: 'missing_variable' }])
    expect(readPolicy(join(cwd, 'privity.policy.yaml'), 'keep').flows.operations?.to.otlp.headers).toEqual({
      key: '${env:KEY}',
    })
  })

  it('loads neither zod nor yaml where there is no file', () => {
    const script = `
      import { registerHooks } from 'node:module'
      const loaded = []
      registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
      const { loadPolicy } = await import(${JSON.stringify(new URL('./load-policy.ts', import.meta.url).href)})
      loadPolicy({ cwd: process.argv[1], env: {} })
      console.log(JSON.stringify(loaded.filter((url) => url.includes('node_modules'))))
    `
    const run = () =>
      JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script, cwd], { encoding: 'utf8' }))
    expect(run()).toEqual([])
    write('privity.policy.yaml', 'version: "1"')
    expect(run()).toEqual(expect.arrayContaining([expect.stringContaining('/zod/')]))
  })
})
