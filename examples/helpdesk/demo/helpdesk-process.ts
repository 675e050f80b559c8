import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { DemoDatabase } from './database.ts'

export interface HelpdeskOptions {
  readonly database: DemoDatabase
  /** 0 for a free one. */
  readonly port: number
  /** Run under `--require privity/register`, with this policy. Without it: the bare product. */
  readonly policyFile?: string
  readonly env?: Readonly<Record<string, string>>
  /** Called with what the process writes to stderr: the messages of Privity, and of a crash. */
  readonly onMessage?: (text: string) => void
}

export interface HelpdeskProcess {
  readonly url: string
  /** Resolves when the process has ended, for whatever reason. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Lets it finish its requests and send its last telemetry. */
  stop(): Promise<void>
}

const folder = fileURLToPath(new URL('..', import.meta.url))

/** The same for all that this process starts: a help desk that is started again finds its people again. */
const { PRIVITY_KEY = randomBytes(32).toString('base64') } = process.env

/** Runs `server.ts` as people would run it: one flag more, nothing else. */
export async function startHelpdesk(options: HelpdeskOptions): Promise<HelpdeskProcess> {
  const hook = options.policyFile === undefined ? [] : ['--require', 'privity/register']
  const child = spawn(process.execPath, [...hook, 'server.ts'], {
    cwd: folder,
    // its log holds what people wrote: it is not for this terminal
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: options.database.url,
      DATABASE_CONNECTIONS: String(options.database.connections),
      PORT: String(options.port),
      PRIVITY_KEY,
      ...(options.policyFile && { PRIVITY_POLICY: options.policyFile }),
      ...options.env,
    },
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => options.onMessage?.(text))
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const { url } = await Promise.race([
    once(child, 'message').then(([message]) => message as { url: string }),
    exited.then(({ code, signal }): never => {
      throw new Error(`the help desk ended (${signal ?? code}) before it was open`)
    }),
  ])
  return {
    url,
    exited,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
