import type { LogRecord, SpanRecord } from '../processors/records.ts'

/** A record without any attributes: objects, ids, times. */
const ownBytes = 512
/** An attribute without its key and text. */
const attributeBytes = 32
/** Values that are looked at in one record; the rest counts as much as what was seen. */
const maxValues = 1_000

/**
 * About how much memory a record holds, in bytes: good enough for a limit. Texts count with their units, as V8 keeps
 * most of them with one byte for each; what records share (resource, scope) does not count.
 *
 * @example recordSize(record) // 512 and more
 */
export function recordSize(record: SpanRecord | LogRecord): number {
  const seen = { values: 0 }
  let size = ownBytes + sizeOf(record.attributes, seen)
  if ('events' in record) {
    size += record.name.length
    for (const { name, attributes } of record.events) size += ownBytes / 4 + name.length + sizeOf(attributes, seen)
    for (const { attributes } of record.links) size += ownBytes / 4 + sizeOf(attributes, seen)
  } else size += sizeOf((record as LogRecord).body, seen)
  return seen.values > maxValues ? 2 * size : size
}

function sizeOf(value: unknown, seen: { values: number }): number {
  seen.values += 1
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength
  let size = 0
  for (const key in value) {
    // also the end of what refers to itself
    if (seen.values > maxValues) break
    size += attributeBytes + key.length + sizeOf((value as Record<string, unknown>)[key], seen)
  }
  return size
}
