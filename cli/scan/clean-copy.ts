import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { encodeExactly } from './exact-utf8.ts'

/** Where the clean text of one input goes. */
export interface CleanCopy {
  /** @returns when more may come */
  readonly write: (text: string) => Promise<void>
  /** The copy is whole: only now it stands under its name. */
  readonly finish: () => Promise<void>
  /** Leaves nothing behind. Does not fail. */
  readonly discard: () => Promise<void>
}

/**
 * Writes a file under another name in the same directory first, so that nobody sees half of a copy.
 *
 * @param mode of the original; a new file is its writer's alone until it is whole
 * @param isPacked the original is compressed by gzip, so the copy is
 */
export async function createCleanCopy(path: string, mode: number | undefined, isPacked: boolean): Promise<CleanCopy> {
  await mkdir(dirname(path), { recursive: true })
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  const file = createWriteStream(part, { flags: 'wx', mode: 0o600 })
  const first: Writable = isPacked ? createGzip() : file
  if (first !== file) first.pipe(file)
  const isWritten = finished(file)
  // who asks is told by write() or finish()
  isWritten.catch((error: Error) => first.destroy(error))
  return {
    write: (text) => writeText(first, text),
    async finish() {
      first.end()
      await isWritten
      await chmod(part, mode ?? 0o666 & ~process.umask())
      await rename(part, path)
    },
    async discard() {
      first.destroy()
      file.destroy()
      await isWritten.catch(() => {})
      await rm(part, { force: true }).catch(() => {})
    },
  }
}

/** The clean text goes to standard output, which stays open. */
export function streamCleanCopy(stdout: Writable): CleanCopy {
  return { write: (text) => writeText(stdout, text), finish: async () => {}, discard: async () => {} }
}

function writeText(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(encodeExactly(text), (error) => (error ? reject(error) : resolve()))
  })
}
