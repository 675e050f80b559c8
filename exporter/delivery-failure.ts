import { contained } from './contained.ts'

/** Where the exporter that gave an error was sending to. Beside the error, not in it: the SDK prints errors whole. */
const origins = new WeakMap<object, string>()

/** Notes where a delivery failed. Only scheme, host and port: an endpoint may hold credentials. */
export function setFailureOrigin(error: unknown, endpoint: string): void {
  const origin = contained(() => new URL(endpoint).origin)
  if (origin !== undefined && typeof error === 'object' && error !== null) origins.set(error, origin)
}

export function failureOrigin(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? origins.get(error) : undefined
}

/**
 * Why a delivery failed, as far as it can be told without quoting anything: a code of Node, or a status of HTTP.
 *
 * @example failureReason(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })) // 'ECONNREFUSED'
 */
export function failureReason(error: unknown): string | undefined {
  const code: unknown = contained(() => (error as { readonly code?: unknown }).code)
  if (typeof code === 'number' && Number.isInteger(code)) return `HTTP status ${code}`
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/u.test(code) ? code : undefined
}
