import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** Why there is no answer. */
export type Silence = 'took too long' | 'ended'

/** A process that answers questions one by one; its first message says that it is ready. */
export interface ArmProcess {
  ask<T>(question: object, millis: number): Promise<T | Silence>
  stop(): void
}

const startMillis = 30_000

/** @returns a reason instead if the process does not get ready */
export async function startArm(file: string, name: string): Promise<ArmProcess | string> {
  const child = fork(file, [name], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const arm: ArmProcess = {
    ask(question, millis) {
      if (child.connected) child.send(question)
      return nextMessage(child, millis)
    },
    stop: () => child.kill('SIGKILL'),
  }
  const first = await nextMessage<{ absent?: string }>(child, startMillis)
  const absent = typeof first === 'string' ? first : first.absent
  if (absent === undefined) return arm
  arm.stop()
  return absent
}

/** A process that is busy hears nothing but a signal, so the clock is here. */
async function nextMessage<T>(child: ChildProcess, millis: number): Promise<T | Silence> {
  if (child.exitCode !== null || child.signalCode !== null) return 'ended'
  const done = new AbortController()
  const { signal } = done
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([answer]) => answer as T),
      once(child, 'exit', { signal }).then((): Silence => 'ended'),
      wait(millis, 'took too long' as const, { signal }),
    ])
  } finally {
    // whoever lost the race is told, and nobody hears of it
    done.abort()
  }
}
