import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function start(...args: string[]) {
  return startWith('', ...args)
}

function startWith(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', input })
  return { status, stdout, stderr }
}

describe('the privity program', () => {
  it('writes answers to standard output', () => {
    expect(start('--version')).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  it('writes problems to standard error and ends with the code', () => {
    const { status, stdout, stderr } = start('polcy')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('there is no command "polcy"')
  })

  it('passes standard input on as a clean copy, and the report beside it', () => {
    const { status, stdout, stderr } = startWith('{"to":"bob@example.com","n":1}\n', 'scan', '--redact')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '{"to":"[email]","n":1}\n' })
    expect(stderr).toMatch(/^email {2,}1 {2,}1 {2,}1$/mu)
    expect(stderr).not.toContain('bob@')
  })
})
