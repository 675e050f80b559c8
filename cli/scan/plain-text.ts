/** What may stand in a JSON document, and how it is written: that decides what can replace a part of it. */
export type TokenKind = 'text' | 'number' | 'bytes'

/** A string of a JSON document without its quotes, or a number. Positions are those in the document. */
export interface JsonToken {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
  /** The OTLP attribute that it is a value of. */
  readonly attribute?: string
  /** Began before what was read. */
  readonly isContinued: boolean
}

/** A part of one token. */
export interface TokenPart {
  readonly start: number
  readonly end: number
  readonly token: JsonToken
}

/** A piece of a JSON document in the form in which it is judged. */
export interface PlainText {
  readonly text: string
  readonly tokens: readonly JsonToken[]
  /** Up to where the document was read: an escape that is cut in two is left for the next piece. */
  readonly consumed: number
  /** What a part of `text` is in the document, token by token; empty if it is between tokens, or was added. */
  readonly partsOf: (start: number, end: number) => readonly TokenPart[]
}

/** Makes a `PlainText` from left to right; whatever is not mentioned is taken over as it stands. */
export interface PlainTextBuilder {
  /** Has `text` for what is between `start` and `end` in the document; either may be empty. */
  readonly replace: (text: string, start: number, end: number) => void
  readonly token: (token: JsonToken) => void
  readonly build: (consumed: number) => PlainText
}

export function createPlainTextBuilder(raw: string): PlainTextBuilder {
  const parts: string[] = []
  const tokens: JsonToken[] = []
  // pieces that were replaced: where they are in the plain text, and in the document
  const plainStarts: number[] = []
  const plainEnds: number[] = []
  const rawStarts: number[] = []
  const rawEnds: number[] = []
  let copied = 0
  let length = 0

  const replace = (text: string, start: number, end: number): void => {
    if (start > copied) parts.push(raw.slice(copied, start))
    length += start - copied
    plainStarts.push(length)
    rawStarts.push(start)
    if (text !== '') parts.push(text)
    length += text.length
    plainEnds.push(length)
    rawEnds.push(end)
    copied = end
  }

  /** @param isEnd a position inside of what was replaced is its start, or its end */
  const toRaw = (position: number, isEnd: boolean): number => {
    // of two at one place, a start is behind what was put there, an end before
    const index = lastBelow(isEnd ? plainStarts : plainEnds, position, !isEnd)
    if (isEnd) {
      if (index === -1) return position
      const plainEnd = plainEnds[index] ?? 0
      return position <= plainEnd ? (rawEnds[index] ?? 0) : (rawEnds[index] ?? 0) + position - plainEnd
    }
    const next = plainStarts[index + 1]
    if (next !== undefined && next <= position) return rawStarts[index + 1] ?? 0
    return index === -1 ? position : (rawEnds[index] ?? 0) + position - (plainEnds[index] ?? 0)
  }

  return {
    replace,
    token: (token) => tokens.push(token),
    build(consumed) {
      if (copied < consumed) parts.push(raw.slice(copied, consumed))
      const text = plainStarts.length === 0 && consumed === raw.length ? raw : parts.join('')
      const partsOf = (start: number, end: number): readonly TokenPart[] => {
        const from = toRaw(start, false)
        const to = toRaw(end, true)
        const found: TokenPart[] = []
        for (let index = firstTokenBehind(tokens, from); index < tokens.length; index++) {
          const token = tokens[index]
          if (token === undefined || token.start >= to) break
          found.push({ start: Math.max(from, token.start), end: Math.min(to, token.end), token })
        }
        return found
      }
      return { text, tokens, consumed, partsOf }
    },
  }
}

/** The last index whose value is below `limit`, or at it; -1 if there is none. */
function lastBelow(sorted: readonly number[], limit: number, orAt: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const value = sorted[middle] ?? 0
    if (value < limit || (orAt && value === limit)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The first token that ends behind `position`. */
function firstTokenBehind(tokens: readonly JsonToken[], position: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
