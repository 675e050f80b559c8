import type { IncomingMessage } from 'node:http'
import { diag } from '@opentelemetry/api'
import { untraced } from '../untraced.ts'
import { createBackOff } from './back-off.ts'
import { createEventParser } from './event-parser.ts'
import { RemoteError, reasonOf } from './remote-error.ts'
import { tokenInTime } from './token-in-time.ts'

export interface FollowOptions {
  /** Where the API is mounted. */
  readonly url: string
  readonly tenant: string
  readonly token: (tenant: string) => Promise<string>
  /** From now on nothing is missed; what was known before may be old. */
  readonly onReady: () => void
  readonly onChange: (pseudonym: string, epoch: number) => void
}

/** The API shows every ten seconds that it is there. */
const silenceMillis = 25_000
const tokenMillis = 10_000
/** A stream that ended after this was a good one: who follows comes back at once. */
const lastingMillis = 5_000
const firstWaitMillis = 200
const maxWaitMillis = 10_000

/**
 * Listens to the changes of a tenant and comes back whenever the stream ends: with its token, or with the server.
 *
 * Not `fetch`, whose open stream would keep the host from ending: here neither timers nor the socket do.
 *
 * @returns stops it
 */
export function followChanges(options: FollowOptions): () => void {
  const backOff = createBackOff(firstWaitMillis, maxWaitMillis)
  let stopped = false
  let disconnect = (): void => {}
  let again: NodeJS.Timeout | undefined

  const listen = async (): Promise<void> => {
    let reason = 'closed'
    try {
      const token = await tokenInTime(options.token, options.tenant, AbortSignal.timeout(tokenMillis))
      if (stopped) return
      await untraced(() =>
        readChanges(options, token, backOff.succeeded, (stop) => {
          disconnect = stop
          if (stopped) stop()
        }),
      )
    } catch (error) {
      reason = reasonOf(error)
    }
    if (stopped) return
    const wait = backOff.failed()
    diag.debug(`privity: no live updates of consent (${reason}); next try in ${Math.round(wait)} ms`)
    again = setTimeout(() => void listen(), wait)
    again.unref?.()
  }
  void listen()

  return () => {
    stopped = true
    clearTimeout(again)
    disconnect()
  }
}

/** One connection, until it ends. @throws Error for every end but the server's own */
async function readChanges(
  { url, tenant, onReady, onChange }: FollowOptions,
  token: string,
  onLasting: () => void,
  onStop: (stop: () => void) => void,
): Promise<void> {
  const target = new URL(`${url}/v1/changes`)
  // when it is needed: an application without a remote source starts without them
  const { request: open } = target.protocol === 'https:' ? await import('node:https') : await import('node:http')
  await new Promise<void>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' }
    const request = open(target, { headers, agent: false })
    const silence = setTimeout(() => request.destroy(new RemoteError('silence')), silenceMillis)
    silence.unref?.()
    let readyAt: number | undefined
    onStop(() => request.destroy())
    request.on('socket', (socket) => socket.unref())
    request.on('error', reject)
    request.on('close', () => {
      clearTimeout(silence)
      // one that opens and closes at once is no better than one that does not open
      if (readyAt !== undefined && Date.now() - readyAt >= lastingMillis) onLasting()
      resolve()
    })
    request.on('response', (response: IncomingMessage) => {
      response.on('error', reject)
      if (response.statusCode !== 200) {
        reject(new RemoteError(`status ${response.statusCode}`))
        request.destroy()
        return
      }
      const feed = createEventParser(({ name, data }) => {
        const said = (JSON.parse(data) ?? {}) as { tenant?: unknown; pseudonym?: unknown; epoch?: unknown }
        if (name === 'ready') {
          if (said.tenant !== tenant) throw new RemoteError('the token is for another tenant')
          readyAt = Date.now()
          onReady()
        } else if (name === 'consent' && typeof said.pseudonym === 'string') {
          if (!Number.isFinite(said.epoch)) throw new RemoteError('a change without an epoch')
          onChange(said.pseudonym, Number(said.epoch))
        }
      })
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        silence.refresh()
        try {
          feed(piece)
        } catch (error) {
          request.destroy(error instanceof Error ? error : undefined)
        }
      })
    })
    request.end()
  })
}
