/** How a field of a protobuf message is read. */
export type FieldType =
  | 'string'
  | 'bytes'
  | 'hex' // bytes that OTLP writes as hexadecimal text in JSON
  | 'bool'
  | 'uint' // varint of any length; small enough for a number
  | 'uint64' // varint, as decimal text, as OTLP writes it in JSON
  | 'sint64' // varint, 64 bit two's complement, as decimal text
  | 'zigzag' // varint of a small number with its sign in the lowest bit
  | 'fixed64' // as decimal text, as OTLP writes it in JSON
  | 'sfixed64'
  | 'fixed32'
  | 'double'
  | MessageType

/** A message: its fields by number. A thunk, because OTLP values contain themselves. */
export interface MessageType {
  readonly fields: () => Readonly<Record<number, Field>>
}

export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly repeated?: true
}

export type Message = { [name: string]: unknown }

/**
 * Reads a protobuf message by a table of its fields; fields that the table does not know are skipped.
 *
 * @throws RangeError if the bytes end too early or hold an unknown wire type
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function readMessage(type: MessageType, bytes: Uint8Array): Message {
  const fields = type.fields()
  const cursor: Cursor = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
  const message: Message = {}
  while (cursor.at < bytes.length) {
    const tag = Number(readVarint(cursor))
    const wireType = tag & 7
    const field = fields[tag >>> 3]
    if (field === undefined) skip(cursor, wireType)
    else if (field.repeated !== true) message[field.name] = readField(cursor, field.type)
    else {
      const items = (message[field.name] as unknown[] | undefined) ?? []
      message[field.name] = items
      if (wireType === 2 && isScalar(field.type)) readPacked(cursor, field.type, items)
      else items.push(readField(cursor, field.type))
    }
  }
  return message
}

interface Cursor {
  readonly bytes: Uint8Array
  readonly view: DataView
  at: number
}

function isScalar(type: FieldType): boolean {
  return typeof type === 'string' && type !== 'string' && type !== 'bytes' && type !== 'hex'
}

function readPacked(cursor: Cursor, type: FieldType, items: unknown[]): void {
  const bytes = readBytes(cursor)
  const packed: Cursor = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
  while (packed.at < bytes.length) items.push(readField(packed, type))
}

function readField(cursor: Cursor, type: FieldType): unknown {
  if (typeof type !== 'string') return readMessage(type, readBytes(cursor))
  switch (type) {
    case 'string':
      return new TextDecoder().decode(readBytes(cursor))
    case 'bytes':
      return Uint8Array.from(readBytes(cursor))
    case 'hex':
      return Buffer.from(readBytes(cursor)).toString('hex')
    case 'bool':
      return readVarint(cursor) !== 0n
    case 'uint':
      return Number(readVarint(cursor))
    case 'uint64':
      return readVarint(cursor).toString()
    case 'zigzag': {
      const value = Number(readVarint(cursor))
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    }
    case 'sint64':
      return BigInt.asIntN(64, readVarint(cursor)).toString()
    case 'fixed64':
      return cursor.view.getBigUint64(advance(cursor, 8), true).toString()
    case 'sfixed64':
      return cursor.view.getBigInt64(advance(cursor, 8), true).toString()
    case 'fixed32':
      return cursor.view.getUint32(advance(cursor, 4), true)
    case 'double':
      return cursor.view.getFloat64(advance(cursor, 8), true)
  }
}

function readVarint(cursor: Cursor): bigint {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[advance(cursor, 1)] ?? 0
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return value
  }
  throw new RangeError('a protobuf varint has more than ten bytes')
}

function readBytes(cursor: Cursor): Uint8Array {
  const length = Number(readVarint(cursor))
  const start = advance(cursor, length)
  return cursor.bytes.subarray(start, start + length)
}

function advance(cursor: Cursor, length: number): number {
  const start = cursor.at
  if (start + length > cursor.bytes.length) throw new RangeError('a protobuf message ends too early')
  cursor.at = start + length
  return start
}

function skip(cursor: Cursor, wireType: number): void {
  if (wireType === 0) readVarint(cursor)
  else if (wireType === 1) advance(cursor, 8)
  else if (wireType === 2) readBytes(cursor)
  else if (wireType === 5) advance(cursor, 4)
  else throw new RangeError(`protobuf wire type ${wireType} is not used by OTLP`)
}
