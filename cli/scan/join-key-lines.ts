import type { LinePiece } from './read-lines.ts'

/** Private keys are written over many lines, and only together they are one. */
const keys = [
  { begin: /----[- ]BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/u, end: /----[- ]?END / },
  { begin: /PuTTY-User-Key-File-\d/u, end: /Private-(?:MAC|Hash):/u },
] as const

/** What can stand in a key that was cut off: Base64, and headers such as `DEK-Info: …`. */
const inside = /^\s{0,40}(?:[\w+/=]{1,80}|[A-Z][\w-]{0,40}: .{0,100})?\s{0,40}$/u

/** No key is longer. */
const maxLines = 400
const maxUnits = 16_384

/** Takes lines one by one, and hands them on. */
export interface LineJoiner {
  readonly add: (piece: LinePiece) => void
  /** To be called behind the last, which may be held still. */
  readonly end: () => void
}

/**
 * Hands lines on to `next`: those of a private key together, with the line breaks between them. Of a key that does not
 * end, as much goes together as can be the key.
 */
export function joinKeyLines(next: (record: LinePiece) => void): LineJoiner {
  let held: LinePiece[] = []
  let units = 0
  let end: RegExp | undefined

  const join = (lines: readonly LinePiece[]): void => {
    const last = lines.at(-1)
    if (last !== undefined) next({ text: lines.map(({ text }) => text).join('\n'), end: last.end })
  }

  const release = (): void => {
    const lines = held
    held = []
    end = undefined
    const other = lines.findIndex(({ text }, index) => index > 0 && !inside.test(text))
    join(other === -1 ? lines : lines.slice(0, other))
    if (other !== -1) for (const line of lines.slice(other)) add(line)
  }

  const add = (piece: LinePiece): void => {
    if (end === undefined) {
      end = piece.end === '\n' ? endOfKey(piece.text) : undefined
      if (end === undefined) next(piece)
      else {
        held = [piece]
        units = piece.text.length
      }
      return
    }
    units += piece.text.length
    if (piece.end === undefined || units > maxUnits) {
      release()
      add(piece)
      return
    }
    held.push(piece)
    if (end.test(piece.text)) {
      join(held)
      held = []
      end = undefined
    } else if (piece.end === '' || held.length >= maxLines) release()
  }
  return {
    add,
    end() {
      // what is let go may hold the beginning of another
      while (held.length > 0) release()
    },
  }
}

/** How the key ends that begins in this line, and not in JSON, where it would be on one. */
function endOfKey(line: string): RegExp | undefined {
  if (!line.includes('----') && !line.includes('PuTTY-')) return undefined
  if (/^\s{0,256}[{["]/u.test(line)) return undefined
  const key = keys.find(({ begin }) => begin.test(line))
  return key === undefined || key.end.test(line) ? undefined : key.end
}
