import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts'
import { type AppOptions, type Ending, type Flag, hookFile, runApp, startApp } from './harness/run-app.ts'
import { ending, hookEnv, sameEnding } from './harness/same-ending.ts'

// However an application ends, it ends the same with the hook and without: exit code, signal, stdout and stderr.

let receiver: OtlpReceiver
beforeAll(async () => {
  await build()
  receiver = await startOtlpReceiver()
})
afterAll(() => receiver?.close())

/** Runs it without the hook and with each flag, and compares. */
function expectSame(options: AppOptions, run: (options: AppOptions) => Promise<Ending> = runApp): Promise<Ending> {
  return sameEnding({ env: hookEnv(receiver.url), ...options }, run)
}

/** As a container would set it, so that every process below has the hook. */
function inherited(flag: Flag | undefined): Record<string, string> {
  return flag === undefined ? {} : { NODE_OPTIONS: `${flag}=${hookFile(flag)}` }
}

describe('an application that fails', () => {
  it.each([
    ['uncaught.cjs', 1],
    ['uncaught.mjs', 1],
    ['rejected.cjs', 1],
    ['handled.cjs', 0],
    ['throws-in-handler.cjs', 7],
    ['missing-module.cjs', 1],
    ['worker-unhandled.mjs', 1],
  ])('%s ends with %i', async (name, code) => {
    // frames of the hook take their place among the ten that Node shows
    expect((await expectSame({ args: ['--stack-trace-limit=50', ending(name)] })).code).toBe(code)
  })
})

describe('an application that ends early', () => {
  it.each([
    ['exit-now.cjs', 7],
    ['exit-in-request.mjs', 9],
    ['exit-code.cjs', 5],
    ['before-exit.cjs', 0],
    ['never-settles.mjs', 13],
  ])('%s ends with %i', async (name, code) => {
    expect((await expectSame({ args: [ending(name)] })).code).toBe(code)
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL', 'SIGABRT'])('by its own %s', async (signal) => {
    expect((await expectSame({ args: [ending('kills-itself.cjs'), signal] })).signal).toBe(signal)
  })
})

describe('an application that gets a signal', () => {
  const send =
    (...signals: readonly NodeJS.Signals[]) =>
    async (options: AppOptions): Promise<Ending> => {
      const app = startApp(options)
      await app.wrote(/ready/)
      for (const [index, signal] of signals.entries()) {
        app.kill(signal)
        if (index < signals.length - 1) await app.wrote(new RegExp(`${signal} \\d+ ${index + 1}|handled`))
      }
      return app.ended
    }

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const)('%s, to which it does not listen', async (signal) => {
    expect((await expectSame({ args: [ending('waits.cjs')] }, send(signal))).signal).toBe(signal)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('%s, which it handles itself, twice', async (signal) => {
    expect((await expectSame({ args: [ending('signals.cjs'), signal] }, send(signal, signal))).code).toBe(6)
  })

  it('SIGTERM, of which it handles only the first', async () => {
    const { signal } = await expectSame({ args: [ending('signal-once.cjs')] }, send('SIGTERM', 'SIGTERM'))
    expect(signal).toBe('SIGTERM')
  })
})

describe('an application with workers', () => {
  it.each(['computes', 'throws', 'exits', 'prints', 'serves', 'waits'])('one that %s', async (kind) => {
    const { stdout } = await expectSame({ args: [ending('worker.cjs'), kind] })
    expect(stdout).toContain('exit')
  })
})

describe('an application that talks to others', () => {
  it('forks and spawns children', async () => {
    expect((await expectSame({ args: [ending('children.cjs')] })).stdout).toContain('child 4 null')
  })

  it('forks children that have the hook as well', async () => {
    const { code } = await expectSame({ args: [ending('children.cjs')] }, ({ flag, ...options }) =>
      runApp({ ...options, env: { ...options.env, ...inherited(flag) } }),
    )
    expect(code).toBe(0)
  })

  it('prints more than a pipe holds', async () => {
    expect((await expectSame({ args: [ending('prints.cjs')] })).stdout).toContain('line 19999')
  })

  it('reads what it gets on stdin', async () => {
    const input = 'abcdefghi\n'.repeat(50_000)
    expect((await expectSame({ args: [ending('reads-stdin.mjs')], input })).stdout).toBe('450000\n')
  })
})
