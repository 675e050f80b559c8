import { decodeExactly, startOfCharacter } from './exact-utf8.ts'

/** A line, or a part of one that is too long to be held. */
export interface LinePiece {
  readonly text: string
  /** `\n`: the line ends here. Empty: so does the input. `undefined`: the line goes on in the next piece. */
  readonly end: '\n' | '' | undefined
}

/** Takes bytes as they come, and hands lines on. */
export interface LineReader {
  readonly add: (chunk: Buffer) => void
  /** To be called behind the last chunk, as what it ends with may be held still. */
  readonly end: () => void
}

/** A line of more bytes comes in several pieces. */
const maxPieceBytes = 262_144

const newline = 10

/**
 * Cuts bytes into lines, and hands them on to `next` one by one, so that none outlives its turn. What arrives together
 * is decoded together. Holds a piece of a line at most. A carriage return before the line break stays in the text.
 */
export function readLines(next: (piece: LinePiece) => void): LineReader {
  let rest: Buffer = Buffer.alloc(0)
  return {
    add(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const behindLast = bytes.lastIndexOf(newline) + 1
      rest = bytes.subarray(behindLast)
      if (behindLast > 0) cutLines(decodeExactly(bytes.subarray(0, behindLast)), next)
      if (rest.length >= maxPieceBytes) {
        const cut = startOfCharacter(rest, rest.length - 1)
        next({ text: decodeExactly(rest.subarray(0, cut)), end: undefined })
        rest = rest.subarray(cut)
      }
    },
    end() {
      if (rest.length > 0) next({ text: decodeExactly(rest), end: '' })
    },
  }
}

function cutLines(text: string, next: (piece: LinePiece) => void): void {
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    next({ text: text.slice(start, end), end: '\n' })
    start = end + 1
  }
}
