import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Input } from './find-inputs.ts'

const chunkBytes = 65_536

/** So much of a file shows whether it is text. */
const sampleBytes = 8_192

/** @returns the bytes of the text in UTF-8, uncompressed if the name ends in `.gz`; `undefined` if it is no text */
export async function openText(
  { path }: Input,
  stdin: Readable,
  signal: AbortSignal,
): Promise<AsyncIterable<Buffer> | undefined> {
  const raw = path === undefined ? stdin : createReadStream(path, { highWaterMark: chunkBytes, signal })
  const isPacked = path?.endsWith('.gz') === true
  // a failure of any stream reaches the reader of the last
  const bytes = isPacked ? pipeline(raw, createGunzip({ chunkSize: chunkBytes }), () => {}) : raw
  const chunks = bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const start: Buffer[] = []
  let length = 0
  while (length < sampleBytes) {
    const { done, value } = await chunks.next()
    if (done === true) break
    start.push(value)
    length += value.length
  }
  const first = Buffer.concat(start)
  const encoding = encodingOf(first)
  if (encoding === 'binary') {
    raw.destroy()
    return undefined
  }
  return encoding === 'utf-8' ? joined(first, chunks) : toUtf8(joined(first, chunks), encoding)
}

function encodingOf(bytes: Buffer): 'binary' | 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes.subarray(0, sampleBytes).includes(0) ? 'binary' : 'utf-8'
}

async function* joined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first
  for (;;) {
    const { done, value } = await rest.next()
    if (done === true) return
    yield value
  }
}

async function* toUtf8(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
