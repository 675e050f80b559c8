import type { Context, MiddlewareHandler } from 'hono'
import { type ApiScope, ConsentApiError, type ConsentApiOptions } from './api-options.ts'
import { type ApiEnv, type Caller, subjectOf } from './caller.ts'
import { deviceCaller, isJson, isOwnRequest } from './device.ts'
import { honourGpc } from './honour-gpc.ts'
import { forbidden, malformed, notFound, ProblemError, unauthorized, unsupportedMediaType } from './problem.ts'
import { type Counter, createCounter, networkOf, socketAddress } from './rate-limits.ts'
import { memoryReplayStore } from './replay-store.ts'
import { createTokenVerifier } from './verify-token.ts'

const maxHeaderLength = 16_384

/** What stands before the routes. The order within each is the order of the checks. */
export interface Guards {
  /** For every request: sizes and addresses. */
  readonly entrance: MiddlewareHandler<ApiEnv>
  /**
   * For a route that needs a right.
   * @param changes whether it writes: then a token counts once, and a cookie only from the own origin
   */
  caller(scope: ApiScope, changes: boolean): MiddlewareHandler<ApiEnv>
  /** For routes about oneself, after `caller`: signals of the browser count before anything else is done. */
  readonly signals: MiddlewareHandler<ApiEnv>
  /** For the route that makes a device: nobody is known yet, but another site must not make one. */
  readonly ownOrigin: MiddlewareHandler<ApiEnv>
  /** A body of JSON, of so many bytes at most, whatever `Content-Length` says. */
  body(maxBytes: number): MiddlewareHandler<ApiEnv>
}

export function createGuards(options: ConsentApiOptions, now: () => number): Guards {
  const { devices, ledger, addressOf = socketAddress } = options
  checkDevices(options)
  const verify = createTokenVerifier(options.issuers, options.audience, now)
  const replays = options.replays ?? memoryReplayStore(now)
  const count = createCounter(options.rateLimits)

  const whoCalls = async (request: Request): Promise<Caller | undefined> => {
    const authorization = request.headers.get('authorization')
    // a token that is not valid is no reason to look for a cookie
    if (authorization !== null) {
      const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/iu.exec(authorization) ?? []
      return token === undefined ? undefined : await verify(token)
    }
    return devices === undefined ? undefined : deviceCaller(request, devices, now())
  }

  return {
    async entrance(c, next) {
      // Hono would run the route and drop the body: a stream that nobody reads and nobody ends
      if (c.req.method === 'HEAD') throw new ProblemError(notFound)
      let length = 0
      for (const [name, value] of c.req.raw.headers) length += name.length + value.length
      if (length > maxHeaderLength)
        throw tooLarge(431, 'headers_too_large', `headers of up to ${maxHeaderLength} bytes`)
      const address = addressOf(c.req.raw, c.env)
      if (address !== undefined) await count('address', networkOf(address))
      await next()
    },
    caller: (scope, changes) => async (c, next) => {
      const caller = await whoCalls(c.req.raw)
      if (caller === undefined) throw new ProblemError(unauthorized)
      await countCaller(count, caller, scope, ledger.pseudonymOf(subjectOf(caller, caller.name)))
      if (!caller.scopes.includes(scope)) throw new ProblemError(forbidden)
      if (changes && caller.kind === 'device' && !isOwnRequest(c.req.raw, devices?.origin ?? ''))
        throw new ProblemError(forbidden)
      if (changes && caller.tokenId !== undefined && !(await replays.firstUse(caller.tokenId, caller.expiresAt)))
        throw new ProblemError(unauthorized)
      c.set('caller', caller)
      await next()
    },
    async signals(c, next) {
      const caller = c.get('caller')
      const subject = subjectOf(caller, caller.name)
      c.set('signalled', await honourGpc(c.req.raw.headers, subject, ledger, options.policy))
      await next()
    },
    async ownOrigin(c, next) {
      if (devices === undefined || !isOwnRequest(c.req.raw, devices.origin)) throw new ProblemError(forbidden)
      await next()
    },
    body: (maxBytes) => async (c, next) => {
      if (!isJson(c.req.header('content-type') ?? null)) throw new ProblemError(unsupportedMediaType)
      await readBody(c, maxBytes)
      await next()
    },
  }
}

async function countCaller(count: Counter, caller: Caller, scope: ApiScope, pseudonym: string): Promise<void> {
  if (scope === 'consent:read') return await count('machines', caller.tenant)
  // the person first: who floods uses up their own points, and not those of their tenant
  await count('subject', pseudonym)
  // anybody can make devices: a flood of them must not keep those who are signed in from withdrawing
  await count('tenant', JSON.stringify([caller.kind, caller.tenant]))
}

/** Reads the body up to the limit, and leaves it to be read again. */
async function readBody(c: Context, maxBytes: number): Promise<void> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (c.req.raw.body !== null) {
    for await (const chunk of c.req.raw.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge(413, 'too_large', `a body of up to ${maxBytes} bytes`)
      chunks.push(chunk)
    }
  }
  if (size === 0) throw new ProblemError(malformed)
  const { url, method, headers, signal } = c.req.raw
  c.req.raw = new Request(url, { method, headers, signal, body: Buffer.concat(chunks) })
}

function tooLarge(status: 413 | 431, code: string, expected: string): ProblemError {
  return new ProblemError({ status, code, title: 'Too large', expected, received: 'more', hint: 'Send less at once.' })
}

function checkDevices({ devices }: ConsentApiOptions): void {
  if (devices === undefined) return
  const url = URL.parse(devices.origin)
  // browsers refuse the cookie on http, but for localhost
  if (url?.origin === devices.origin && (url.protocol === 'https:' || url.hostname === 'localhost')) return
  throw new ConsentApiError({
    code: 'invalid_endpoint',
    path: 'devices.origin',
    expected: 'an origin such as https://shop.example',
    received: 'another text',
    hint: 'Scheme, host and port as the browser sees them, without a path.',
  })
}
