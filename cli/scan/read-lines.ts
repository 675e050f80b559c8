import { decodeExactly, startOfCharacter } from './exact-utf8.ts'

/** A line, or a part of one that is too long to be held. */
export interface LinePiece {
  readonly text: string
  /** `\n`: the line ends here. Empty: so does the input. `undefined`: the line goes on in the next piece. */
  readonly end: '\n' | '' | undefined
}

/** A line of more bytes comes in several pieces. */
const maxPieceBytes = 262_144

const newline = 10

/**
 * Cuts bytes into lines, many at a time: what arrived together is decoded together. Holds a piece of a line at most.
 * A carriage return before the line break stays in the text.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly LinePiece[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const behindLast = bytes.lastIndexOf(newline) + 1
    const pieces: LinePiece[] = []
    if (behindLast > 0) {
      const lines = decodeExactly(bytes.subarray(0, behindLast - 1)).split('\n')
      for (const text of lines) pieces.push({ text, end: '\n' })
    }
    rest = bytes.subarray(behindLast)
    if (rest.length >= maxPieceBytes) {
      const cut = startOfCharacter(rest, rest.length - 1)
      pieces.push({ text: decodeExactly(rest.subarray(0, cut)), end: undefined })
      rest = rest.subarray(cut)
    }
    if (pieces.length > 0) yield pieces
  }
  if (rest.length > 0) yield [{ text: decodeExactly(rest), end: '' }]
}
