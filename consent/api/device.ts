import { createHash, randomBytes } from 'node:crypto'
import type { DeviceOptions } from './api-options.ts'
import type { Caller } from './caller.ts'

/**
 * The browser keeps a secret that its scripts cannot read, and that no subdomain can set.
 *
 * @see draft-ietf-httpbis-rfc6265bis, section 4.1.3.2 (the `__Host-` prefix)
 */
export const deviceCookie = '__Host-privity-device'
export const deviceSubjectPrefix = 'device:'

const defaultMaxAgeSeconds = 180 * 86_400
/** A stream of a device ends like one with a token does; the browser opens it again. */
const streamMillis = 300_000

export function newDeviceCookie({ maxAgeSeconds = defaultMaxAgeSeconds }: DeviceOptions): string {
  const secret = randomBytes(32).toString('base64url')
  return `${deviceCookie}=${secret}; Max-Age=${maxAgeSeconds}; Path=/; Secure; HttpOnly; SameSite=Lax`
}

/**
 * Who a browser is that nobody is signed in with: the `subject` to bind its telemetry to. The secret itself is no
 * name: whoever reads the name in a log cannot act for the device.
 *
 * @param cookieHeader the request's `Cookie`
 * @returns `undefined` without a device of `POST /v1/devices`
 * @example deviceSubject(request.headers.cookie) // 'device:3q2-7w…'
 */
export function deviceSubject(cookieHeader: string | null | undefined): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim())
  const values = pairs.filter((pair) => pair.startsWith(`${deviceCookie}=`))
  // two of them: one was planted
  if (values.length !== 1) return undefined
  const secret = values[0]?.slice(deviceCookie.length + 1) ?? ''
  if (!/^[\w-]{43}$/u.test(secret)) return undefined
  return deviceSubjectPrefix + createHash('sha256').update(secret).digest('base64url')
}

export function deviceCaller(request: Request, devices: DeviceOptions, now: number): Caller | undefined {
  const name = deviceSubject(request.headers.get('cookie'))
  if (name === undefined) return undefined
  return { kind: 'device', tenant: devices.tenant, name, scopes: ['self'], expiresAt: now + streamMillis }
}

/**
 * Whether a request that carries the cookie was made by a page of the own origin. Every sign that is there has to say
 * so, and one has to be there; the header and the type of the body cannot be set by a form of another site.
 */
export function isOwnRequest(request: Request, origin: string): boolean {
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  const from = headers.get('origin')
  if (site === null && from === null) return false
  if (site !== null && site !== 'same-origin') return false
  if (from !== null && from !== origin) return false
  return headers.get('x-privity') === '1' && isJson(headers.get('content-type'))
}

export function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/iu.test(contentType ?? '')
}
