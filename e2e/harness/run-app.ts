import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'

/** The flag that puts the hook into an application. */
export type Flag = '--require' | '--import'
export const flags = ['--require', '--import'] as const

export interface AppOptions {
  /** Path of the Node binary; by default the one that runs the tests. */
  readonly node?: string
  /** The file to run and its arguments. */
  readonly args: readonly string[]
  /** Without it, the application runs as if there were no Privity. */
  readonly flag?: Flag
  /** All that the application sees, apart from PATH: nothing of the tests' own environment gets through. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** What it reads on stdin; by default nothing. */
  readonly input?: string
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly millis: number
}

export interface RunningApp {
  /** `http://127.0.0.1:PORT`, once the application has told its port on stdout. Rejects if it ends before. */
  readonly url: Promise<string>
  readonly ended: Promise<Ending>
  /** Settles once `pattern` was written to stdout or stderr. Rejects if it is not before the end. */
  wrote(pattern: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): void
}

const limitMillis = 60_000

/** Starts an application in a process of its own. It is killed after a minute, and its ending then tells SIGKILL. */
export function startApp({ node = process.execPath, args, flag, env = {}, cwd, input = '' }: AppOptions): RunningApp {
  const started = performance.now()
  const child = spawn(node, [...(flag === undefined ? [] : [flag, hookFile(flag)]), ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: 'pipe',
  })
  // it may end without reading
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const output = collect(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMillis)
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, stdout: output.stdout(), stderr: output.stderr(), millis: performance.now() - started })
    })
  })
  const wrote = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(`${output.stdout()}\n${output.stderr()}`)
        if (found !== null) resolve(found)
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      look()
      ended.then(({ stdout, stderr }) => reject(new Error(`ended without ${pattern}:\n${stdout}\n${stderr}`)), reject)
    })
  const url = wrote(portPattern).then(([, told, printed]) => `http://127.0.0.1:${told ?? printed}`)
  // not every application has a port, and not every test asks for it
  url.catch(() => {})
  return { url, ended, wrote, kill: (signal) => void child.kill(signal) }
}

/** Starts an application and waits for its end. */
export function runApp(options: AppOptions): Promise<Ending> {
  return startApp(options).ended
}

/** `{"port":1234}` of the fixtures, or the address that Next.js prints. */
const portPattern = /\{"port":(\d+)\}|http:\/\/127\.0\.0\.1:(\d+)/u

/**
 * What can be compared between two runs: the ending without what differs from run to run by nature. Of stack traces, that
 * is the frames of Node and of libraries: `--import` alone changes them, and so does everything that watches modules load.
 */
export function comparable({ code, signal, stdout, stderr }: Ending): Omit<Ending, 'millis'> {
  return { code, signal, stdout: withoutChance(stdout), stderr: withoutChance(stderr) }
}

function withoutChance(text: string): string {
  return (
    text
      .replaceAll(/^ +at (?!.*\/e2e\/fixtures\/)(?!.*\.next\/server\/).*$\n?/gmu, '')
      // the line of Node itself that threw
      .replaceAll(/^node:internal\/.*\n.*\n *\^+\n/gmu, '')
      .replaceAll(/("port":|127\.0\.0\.1:|localhost:)\d+/gu, '$1PORT')
      .replaceAll(/(in|took) \d+(?:\.\d+)?m?s/gu, '$1 TIME')
      .replaceAll(/\bpid \d+|\(node:\d+\)/gu, 'PID')
  )
}

const requireHere = createRequire(import.meta.url)

/** The built file that a user's `--require privity/register` or `--import privity/register` finds. */
export function hookFile(flag: Flag): string {
  return flag === '--require' ? requireHere.resolve('privity/register') : import.meta.resolve('privity/register')
}

function collect(child: ChildProcess): { stdout(): string; stderr(): string } {
  const chunks: { readonly [stream in 'stdout' | 'stderr']: Buffer[] } = { stdout: [], stderr: [] }
  child.stdout?.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
  const text = (stream: 'stdout' | 'stderr') => () => Buffer.concat(chunks[stream]).toString('utf8')
  return { stdout: text('stdout'), stderr: text('stderr') }
}
