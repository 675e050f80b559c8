/** One server-sent event. */
export interface ServerEvent {
  /** `message` where the stream names none. */
  readonly name: string
  readonly data: string
}

/** Units of one event. Ours have a hundred; a stream without an end to its line must not fill the memory. */
const maxEventLength = 65_536

/**
 * Reads a stream of server-sent events that arrives in pieces, wherever they are cut.
 *
 * Ids and `retry` are left out: who comes back asks anew.
 *
 * @returns takes the next piece; throws a RangeError when an event grows too long
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 * @example
 * const feed = createEventParser(({ name, data }) => {})
 * feed('event: consent\nda')
 * feed('ta: {"epoch":4}\n\n') // one event
 */
export function createEventParser(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let line = ''
  let name = ''
  let data: string[] = []
  let length = 0
  let atStart = true
  let afterCarriageReturn = false

  const endLine = (): void => {
    const text = line
    line = ''
    if (text === '') {
      if (data.length > 0) onEvent({ name: name || 'message', data: data.join('\n') })
      name = ''
      data = []
      length = 0
      return
    }
    const colon = text.indexOf(':')
    const field = colon === -1 ? text : text.slice(0, colon)
    const value = colon === -1 ? '' : text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'event') name = value
    else if (field === 'data') data.push(value)
    // comments and other fields count for nothing, also not for the length: a heartbeat is no part of an event
    else length -= text.length
  }

  return (piece) => {
    let start = 0
    if (atStart && piece !== '') {
      atStart = false
      if (piece.startsWith('\uFEFF')) start = 1
    }
    for (let index = start; index < piece.length; index++) {
      const unit = piece[index]
      if (unit !== '\n' && unit !== '\r') {
        afterCarriageReturn = false
        continue
      }
      // the second half of \r\n, which may be the first of the next piece
      const same = unit === '\n' && afterCarriageReturn
      afterCarriageReturn = unit === '\r'
      if (!same) {
        take(piece.slice(start, index))
        endLine()
      }
      start = index + 1
    }
    take(piece.slice(start))
  }

  function take(text: string): void {
    length += text.length
    if (length > maxEventLength) throw new RangeError(`an event of more than ${maxEventLength} units`)
    line += text
  }
}
