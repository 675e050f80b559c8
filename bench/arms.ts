import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The three ways to run the same application. */
export const arms = ['none', 'upstream', 'privity'] as const
export type Arm = (typeof arms)[number]

const require = createRequire(import.meta.url)

/** Resolved as a user's `--require` would resolve them, from the packages' own `exports`. */
const hookOf: Record<Arm, () => string[]> = {
  none: () => [],
  upstream: () => ['--require', require.resolve('@opentelemetry/auto-instrumentations-node/register')],
  privity: () => ['--require', require.resolve('privity/register')],
}

/** Starts `app` (a file of `bench/apps`) in a fresh process and waits until it says that it listens. */
export async function startApp(app: string, arm: Arm, env: Record<string, string> = {}) {
  const startedAt = performance.now()
  const child = fork(fileURLToPath(new URL(`apps/${app}`, import.meta.url)), [], {
    execArgv: hookOf[arm](),
    env: { ...cleanEnvironment(), PRIVITY_KEY: 'bench:a-key-that-is-only-used-in-benchmarks-0123456789', ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { listening, rss } = await ask<{ listening: number; rss: number }>(child)
  return { child, port: listening, rss, startMillis: performance.now() - startedAt }
}

/** Sends a question, if there is one, and waits for the next message. */
export async function ask<T>(child: ChildProcess, question?: string): Promise<T> {
  const answer = Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the application ended before it answered'))),
  ])
  if (question !== undefined) child.send(question)
  const [message] = await answer
  return message as T
}

export async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.send('end')
  await exited
}

/** Telemetry variables of the shell would set the arms apart. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:OTEL|PRIVITY|NODE)_/u.test(name))
  return Object.fromEntries(kept)
}
