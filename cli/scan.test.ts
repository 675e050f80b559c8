import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const email = 'bob@example.com'
let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'privity-scan-'))
})
afterEach(() => {
  rmSync(cwd, { recursive: true })
})

function write(name: string, content: string | Buffer): void {
  writeFileSync(join(cwd, name), content)
}

function read(name: string): Buffer {
  return readFileSync(join(cwd, name))
}

async function scan(args: readonly string[], stdin = '', isTTY = false) {
  const out: string[] = []
  const err: string[] = []
  const stdout = new PassThrough()
  const code = await runCommand(['scan', ...args], {
    cwd,
    env: {},
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    stdin: Object.assign(Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]), { isTTY }),
    stdout,
    showProgress: undefined,
    signal: new AbortController().signal,
  })
  stdout.end()
  const streamed = Buffer.concat(await stdout.toArray()).toString('utf8')
  return { code, out: out.join('\n'), err: err.join('\n'), streamed }
}

describe('privity scan', () => {
  it('ends with 0 for what is clean, with 1 for findings, and shows no value', async () => {
    write('clean.log', 'request completed in 12 ms\n')
    write('a.log', `ask ${email}\nfrom 203.0.113.9 and 203.0.113.10\n`)
    expect(await scan(['clean.log'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Nothing found in 1 file; 1 line,/u),
    })
    const { code, out } = await scan(['clean.log', 'a.log'])
    expect(code).toBe(1)
    expect(out).toMatch(/^email {2,}1 {2,}1 {2,}1$/mu)
    expect(out).toMatch(/^ip {2,}2 {2,}1 {2,}1$/mu)
    expect(out).toContain('3 findings in 1 of 2 files; 3 lines')
    expect(out).not.toContain(email)
  })

  it('lists where each finding is, with the rule where that says more than the type', async () => {
    write('a.log', `ask\n  ${email} from 203.0.113.9\n`)
    expect((await scan(['a.log', '--list'])).out).toBe('a.log:2:3 email\na.log:2:24 ip (ipv4)')
  })

  it('reads standard input, and all files of a directory', async () => {
    expect(await scan(['--list'], `x ${email}`)).toMatchObject({ code: 1, out: '-:1:3 email' })
    mkdirSync(join(cwd, 'logs', 'old'), { recursive: true })
    write('logs/b.log', email)
    write('logs/old/a.log.gz', gzipSync(email))
    expect((await scan(['logs', '--list'])).out).toBe('logs/b.log:1:1 email\nlogs/old/a.log.gz:1:1 email')
  })

  it('gives counts, files and positions as JSON, and nothing of what was found', async () => {
    write('a.ndjson', `{"note":"ask ${email}"}\n{"note":"none"}\n`)
    const { code, out } = await scan(['a.ndjson', '--json'])
    expect(code).toBe(1)
    const report = JSON.parse(out)
    expect(report).toMatchObject({ findings: 1, lines: 2, types: { email: { findings: 1, lines: 1, files: 1 } } })
    expect(out).not.toContain(email)
  })

  it('writes a clean copy beside the original, as readable and as packed as that', async () => {
    write('a.log.gz', gzipSync(`ask ${email}\n`))
    const before = read('a.log.gz')
    const { code } = await scan(['a.log.gz', '--redact', '--output', 'clean/'])
    expect(code).toBe(1)
    expect(gunzipSync(read('clean/a.log.gz')).toString()).toBe('ask [email]\n')
    expect(read('a.log.gz')).toEqual(before)
    expect(statSync(join(cwd, 'clean/a.log.gz')).mode).toBe(statSync(join(cwd, 'a.log.gz')).mode)
    expect((await scan(['clean/'])).code).toBe(0)
  })

  it('streams a clean copy of its input, JSON as JSON', async () => {
    const { streamed, err } = await scan(['--redact', '--quiet'], `{"card":4111111111111111,"to":"${email}"}\n`)
    expect(streamed).toBe('{"card":0,"to":"[email]"}\n')
    expect(err).toBe('')
  })

  it('looks for the types that are asked for only', async () => {
    write('a.log', `${email} from 203.0.113.9`)
    expect((await scan(['a.log', '--list', '--types', 'ip'])).out).toBe('a.log:1:22 ip (ipv4)')
  })

  it('reports the values of personal attributes in OTLP, whatever they look like', async () => {
    const attribute = { key: 'user.id', value: { stringValue: 'u-1' } }
    write('spans.json', JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ attributes: [attribute] }] }] }] }))
    expect((await scan(['spans.json', '--list'])).out).toMatch(
      /^spans\.json:1:\d+ class\/identifier \(semconv: user\.id\)$/u,
    )
  })

  it('skips what is no text, and says so', async () => {
    write('a.bin', Buffer.from([0, 1, 2, 3, 0, 255, 254]))
    expect(await scan(['a.bin'])).toMatchObject({ code: 0, err: 'privity: a.bin is no text: skipped' })
  })

  it.each([
    [['missing.log'], 'privity: missing.log: is not there'],
    [['a.log', '--types', 'emial'], 'privity: there is no type "emial". Did you mean: email'],
    [['a.log', '--json', '--list'], 'privity: one of --list and --json at a time'],
    [['a.log', '--min-confidence', '2'], 'privity: --min-confidence is a number from 0 to 1'],
    [['a.log', '--redact', '--output', 'a.log'], 'would replace a.log'],
    [['a.log', 'b.log', '--redact'], 'privity: the clean copies of several files need a directory: --output'],
    [['a.log', '--output', 'b.log'], 'privity: --output is where the copy of --redact goes'],
    [['--banana'], 'Usage: privity scan '],
    [['a.log', '--policy', 'none.yaml'], 'none.yaml'],
  ])('ends %j with 2 and says why', async (args, message) => {
    write('a.log', email)
    write('b.log', email)
    const { code, err } = await scan(args)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(read('a.log').toString()).toBe(email)
  })

  it('does not wait for what somebody might type', async () => {
    expect(await scan([], '', true)).toMatchObject({
      code: 2,
      err: 'privity: name a file, or - for standard input',
    })
    expect(await scan(['-', '--list'], email, true)).toMatchObject({ code: 1, out: '-:1:1 email' })
  })

  it('leaves no half of a copy behind when reading fails', async () => {
    write('a.log.gz', gzipSync('x'.repeat(1_000_000)).subarray(0, 200))
    expect(await scan(['a.log.gz', '--redact', '--output', 'clean.log.gz'])).toMatchObject({
      code: 2,
      err: 'privity: a.log.gz: ends in the middle of its compressed data',
    })
    expect(existsSync(join(cwd, 'clean.log.gz'))).toBe(false)
  })
})

describe('docs/scan.md', () => {
  const docs = readFileSync(new URL('../docs/scan.md', import.meta.url), 'utf8')

  it('shows what is printed', async () => {
    const [, session = ''] = /```text\n(.*?)```/su.exec(docs) ?? []
    const [, log = '', listed, clean] = session.split(/^\$ .*\n/mu)
    write('app.log', log)
    expect(`${(await scan(['app.log', '--list'])).out}\n`).toBe(listed)
    expect((await scan(['app.log', '--redact', '--quiet'])).streamed).toBe(clean)
  })

  it('names the options that the command names', async () => {
    const options = (text: string) =>
      new Set(text.match(/^.{0,4}--[a-z][a-z-]+/gmu)?.map((line) => line.replace(/^\W+/u, '')))
    expect(options(docs)).toEqual(options((await scan(['--help'])).out))
  })
})
