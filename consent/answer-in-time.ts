import type { Subject } from './consent-source.ts'

/**
 * Asks, and gives up after a time. The timer holds no process back.
 *
 * @throws what `ask` throws, or Error after `timeoutMillis`
 */
export async function answerInTime<A>(
  ask: (subject: Subject) => Promise<A>,
  subject: Subject,
  timeoutMillis: number,
): Promise<A> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMillis} ms`)), timeoutMillis)
    timer.unref?.()
  })
  try {
    return await Promise.race([ask(subject), timeout])
  } finally {
    clearTimeout(timer)
  }
}
