import type { TextMapGetter } from '@opentelemetry/api'
import { tokenHeader } from './consent-token.ts'

/** The token in the headers of a request or message; `''` where there is more than one, or something else. */
export function readHeader<C>(carrier: C, getter: TextMapGetter<C>): string | undefined {
  const value = getter.get(carrier, tokenHeader)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  // gRPC has a list for every key
  if (value.length === 0) return undefined
  return value.length === 1 && typeof value[0] === 'string' ? value[0] : ''
}

/**
 * Takes a header out, in any spelling, so that no code that copies or reuses headers hands it on. Knows plain objects,
 * `Headers`, maps and the metadata of gRPC; others keep it.
 */
export function removeHeader(carrier: unknown, header: string): void {
  if (typeof carrier !== 'object' || carrier === null) return
  const { delete: deleteKey, remove } = carrier as { delete?: unknown; remove?: unknown }
  if (typeof remove === 'function') remove.call(carrier, header)
  else if (typeof deleteKey === 'function') deleteKey.call(carrier, header)
  else
    for (const name of Object.keys(carrier))
      if (name.length === header.length && name.toLowerCase() === header) Reflect.deleteProperty(carrier, name)
}
