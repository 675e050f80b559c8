import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'privity-system-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Application {
  readonly code: string
  readonly flags?: readonly string[]
  readonly signal?: NodeJS.Signals
  /** The records that it leaves, in order, by event name or severity text. */
  readonly leaves?: readonly string[]
}

const start = 'privity.process.start'
const stop = 'privity.process.stop'
const warning = 'privity.process.warning'

const applications: Record<string, Application> = {
  'ends by itself': { code: '', leaves: [start, stop] },
  'sets an exit code': { code: 'process.exitCode = 4', leaves: [start, stop] },
  'exits in the middle': {
    code: 'setTimeout(() => process.exit(3), 5); setInterval(() => {}, 1000)',
    leaves: [start, stop],
  },
  'has more to do before it exits': {
    code: "let again = true; process.on('beforeExit', () => { if (again) { again = false; setTimeout(() => console.log('more'), 5) } })",
    leaves: [start, stop, 'log'],
  },
  throws: { code: "throw new TypeError('ann@example.com')", leaves: [start, 'exception', stop] },
  'throws what is no error': { code: "throw { toString() { throw 'no' } }", leaves: [start, 'exception', stop] },
  'throws later': { code: "setTimeout(() => { throw new Error('late') }, 5)", leaves: [start, 'exception', stop] },
  'takes uncaught errors itself': {
    code: "process.on('uncaughtException', (error, origin) => console.log(origin, error.message)); setTimeout(() => { throw new Error('taken') }, 5)",
    leaves: [start, 'exception', 'log', stop],
  },
  'rejects unhandled': { code: "Promise.reject(new Error('nobody'))", leaves: [start, 'exception', stop] },
  'rejects unhandled with a text': { code: "Promise.reject('nobody')", leaves: [start, 'exception', stop] },
  'takes rejections itself': {
    code: "process.on('unhandledRejection', (reason) => console.log(reason)); Promise.reject('taken')",
    leaves: [start, 'log', stop],
  },
  ...Object.fromEntries(
    ['strict', 'warn', 'none'].map((mode) => [
      `rejects unhandled, in mode ${mode},`,
      { code: "Promise.reject(new Error('nobody'))", flags: [`--unhandled-rejections=${mode}`] },
    ]),
  ),
  ...Object.fromEntries(
    [
      [],
      ['--no-warnings'],
      ['--trace-warnings'],
      ['--throw-deprecation'],
      ['--no-deprecation'],
      ['--disable-warning=DEP1'],
    ].map((flags) => [
      `warns ${flags.join()}`,
      {
        code: "process.emitWarning('careful', { code: 'CODE1', detail: 'more' }); process.emitWarning('old', 'DeprecationWarning', 'DEP1')",
        flags,
      },
    ]),
  ),
  'listens to warnings itself': {
    code: "process.on('warning', (w) => console.log(w.message)); process.emitWarning('own')",
    leaves: [start, warning, 'log', stop],
  },
  'is killed': { code: "console.log('ready'); setInterval(() => {}, 1000)", signal: 'SIGTERM' },
  'writes to the console': {
    code: `
      const circle = { name: 'c' }; circle.self = circle
      console.log('a %s %d %j %o', 'b', 7, { c: 1 }, [1]); console.log(); console.log(circle, new Map([[1, 2]]))
      console.info('\\u{1F600}', null, undefined, 7n, Symbol('s')); console.debug('x'.repeat(100000))
      console.warn(new Error('w').message); console.error({ get a() { return 1 } })
      console.trace('here'); console.assert(false, 'assertion'); console.table([{ a: 1 }]); console.dir({ d: 1 })
      console.group('g'); console.log('in\\nside'); console.groupEnd(); console.count(); console.countReset('never')
      const { log } = console; log('torn off', log.name, log.length)
      console.log({ [require('util').inspect.custom]() { console.log('nested'); return 'custom' } })
      try { console.log({ [require('util').inspect.custom]() { throw new Error('in inspect') } }) } catch (error) { console.log(error.message) }
      console.log(Object.keys(console).join(), JSON.stringify(Object.getOwnPropertyDescriptor(console, 'log')))
    `,
  },
  'patches the console itself': {
    code: "const { log } = console; console.log = (...said) => log('patched', ...said); console.log('hello')",
    leaves: [start, 'log', stop],
  },
}

interface Run {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

async function run(application: Application, file: string, preload: string, classes = 'technical'): Promise<Run> {
  const child = spawn(process.execPath, ['--import', preload, ...(application.flags ?? []), file], {
    env: { ...process.env, NODE_OPTIONS: '', PRIVITY_TEST_RECORDS: `${file}.json`, PRIVITY_TEST_CLASSES: classes },
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      if (application.signal !== undefined && output.stdout.includes('ready')) child.kill(application.signal)
    })
  }
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...end) => resolve(end))
  })
  const anyProcess = (text: string): string => text.replace(/\(node:\d+\)/g, '(node:PID)')
  return { code, signal, stdout: anyProcess(output.stdout), stderr: anyProcess(output.stderr) }
}

const fixture = new URL('./child-fixture.ts', import.meta.url).href

describe.concurrent('an application that', () => {
  let count = 0
  it.each(Object.entries(applications))(
    '%s ends and writes as without us',
    async (_name, application) => {
      const file = join(folder, `app-${count++}.cjs`)
      writeFileSync(file, application.code)
      const without = await run(application, file, 'data:text/javascript,')
      for (const classes of ['technical', 'technical,content']) {
        expect(await run(application, file, fixture, classes)).toEqual(without)
        if (application.signal !== undefined) continue
        const { records, warnings } = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
        expect(warnings).toEqual([])
        const names = records.map(
          (record: { eventName?: string; severityText?: string }) => record.eventName ?? record.severityText,
        )
        expect(names).toEqual(application.leaves ?? names)
        if (classes === 'technical')
          expect(records.filter((record: { body?: unknown }) => record.body !== undefined)).toEqual([])
        if (classes === 'technical') expect(JSON.stringify(records)).not.toContain('ann@example.com')
      }
    },
    60_000,
  )
})
