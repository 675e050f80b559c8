import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLedger } from '../../consent/ledger/open-ledger.ts'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { runCommand } from '../run-command.ts'

const key = 'a key that is used by tests only: 0123456789'
const ada = ['--subject', 'ada', '--tenant', 'acme']
let cwd: string

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'privity-consent-'))
  const ledger = await openLedger({ policy: parsePolicy({}), key, database: { sqlite: join(cwd, 'l.sqlite') } })
  for (const event of ['given', 'withdrawn', 'given'] as const) {
    await ledger.record({ tenant: 'acme', subject: 'ada' }, [
      { event, purpose: 'personalization', method: 'settings', actor: 'subject' },
    ])
  }
  await ledger.close()
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

async function consent(
  args: readonly string[],
  env: Record<string, string> = { PRIVITY_KEY: key, PRIVITY_LEDGER: 'l.sqlite' },
) {
  const out: string[] = []
  const err: string[] = []
  const shown: string[] = []
  const stdout = new PassThrough()
  const code = await runCommand(['consent', ...args], {
    cwd,
    env,
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    stdin: Readable.from([]),
    stdout,
    showProgress: (line) => shown.push(line),
    signal: new AbortController().signal,
  })
  stdout.end()
  return { code, out: out.join('\n'), err: err.join('\n'), shown: shown.join(''), stdout: await text(stdout) }
}

function tamper(sql: string): void {
  const database = new DatabaseSync(join(cwd, 'l.sqlite'))
  database.exec(sql)
  database.close()
}

describe('privity consent', () => {
  it('shows what a person says, for people and for programs', async () => {
    const { code, out } = await consent(['show', ...ada])
    expect(code).toBe(0)
    expect(out).toMatch(/epoch 3\n {2}personalization: granted \(given .*entry 3\)$/u)
    expect(JSON.parse((await consent(['show', ...ada, '--json'])).out)).toMatchObject({ epoch: 3, child: false })
  })

  it('shows that somebody has said nothing', async () => {
    expect((await consent(['show', '--subject', 'bob'])).out).toContain('has said nothing')
  })

  it('writes down what an operator heard, with the reason', async () => {
    const withdrawn = await consent(['withdraw', ...ada, '--purpose', 'personalization', '--reason', 'letter'])
    expect(withdrawn).toMatchObject({ code: 0, out: 'entry 4: withdrawn personalization' })
    expect((await consent(['show', ...ada])).out).toContain('personalization: denied')
    const two = ['--purpose', 'personalization', '--purpose', 'model_training']
    const granted = await consent(['grant', ...ada, ...two, '--reason', 'call', '--json'])
    expect(granted.out.split('\n').map((line) => JSON.parse(line))).toMatchObject([
      { seq: 5, actor: 'operator', evidence: 'call' },
      { seq: 6, purpose: 'model_training' },
    ])
  })

  it('tells the history, the oldest first', async () => {
    const { out } = await consent(['history', ...ada])
    expect(out.split('\n').map((line) => line.split(' ')[2])).toEqual(['given', 'withdrawn', 'given'])
    expect((await consent(['history', ...ada, '--json'])).out.split('\n').map((line) => JSON.parse(line).seq)).toEqual([
      1, 2, 3,
    ])
  })

  it('verifies, and shows how far it is', async () => {
    const { code, out, shown } = await consent(['verify'])
    expect(code).toBe(0)
    expect(out).toMatch(/^3 entries of 1 tenants\n {2}"acme" ends with entry 3, [\w-]{43}$/u)
    expect(shown).toContain('verified 3 of 3 entries, 100 %')
  })

  it.each([
    [
      "update consent_entries set entry = replace(entry, 'withdrawn', 'given') where seq = 2",
      '"acme" entry 2 was changed',
    ],
    ['delete from consent_entries where seq = 2', '"acme" entry 3 follows entries that are missing'],
    ['delete from consent_entries where seq = 3', '"acme" entry 2 is the last one, but the chain went on'],
    ["update consent_states set event = 'withdrawn'", '"acme" entry 3 counts as something else'],
  ])('finds what somebody did, and where: %s', async (sql, problem) => {
    tamper(sql)
    const { code, err } = await consent(['verify'])
    expect(code).toBe(1)
    expect(err).toContain(problem)
    expect(JSON.parse((await consent(['verify', '--json'])).out).problems).not.toEqual([])
  })

  it('makes anew what counts', async () => {
    tamper('delete from consent_states')
    expect((await consent(['rebuild'])).out).toBe('rebuilt from 3 entries')
    expect((await consent(['show', ...ada])).out).toContain('granted')
  })

  it('exports the entries, to a pipe or to a file that is not there yet', async () => {
    const { stdout } = await consent(['export'])
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seq),
    ).toEqual([1, 2, 3])
    expect(stdout).not.toContain('ada')
    expect((await consent(['export', '--output', 'out.ndjson'])).code).toBe(0)
    expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toBe(stdout)
    expect((await consent(['export', '--output', 'out.ndjson'])).code).toBe(1)
  })

  it.each([
    ['no ledger', ['show', ...ada], { PRIVITY_KEY: key }, '--ledger'],
    ['no key', ['show', ...ada], { PRIVITY_LEDGER: 'l.sqlite' }, 'PRIVITY_KEY'],
    ['nobody', ['show'], undefined, '--subject'],
    ['no purpose', ['grant', ...ada, '--reason', 'x'], undefined, '--purpose'],
    ['no reason', ['grant', ...ada, '--purpose', 'personalization'], undefined, '--reason'],
    ['an unknown option', ['show', ...ada, '--force'], undefined, '--force'],
    ['a ledger that is not there', ['verify', '--ledger', 'other.sqlite'], undefined, 'other.sqlite'],
  ])('ends with 2 and says what to do: %s', async (_name, args, env, hint) => {
    const { code, err } = await consent(args, env)
    expect(code).toBe(2)
    expect(err).toContain(hint)
    expect(err).toContain('Usage: privity consent')
    expect(existsSync(join(cwd, 'other.sqlite'))).toBe(false)
  })

  it('ends with 1 for a purpose that the policy does not have', async () => {
    const { code, err } = await consent(['grant', ...ada, '--purpose', 'sales', '--reason', 'x'])
    expect(code).toBe(1)
    expect(err).toContain('unknown_purpose')
  })
})
