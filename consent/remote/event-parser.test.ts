import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventParser, type ServerEvent } from './event-parser.ts'

function parse(pieces: readonly string[]): ServerEvent[] {
  const events: ServerEvent[] = []
  const feed = createEventParser((event) => void events.push(event))
  for (const piece of pieces) feed(piece)
  return events
}

/** The text in pieces that end where `borders` say. */
function cut(text: string, borders: readonly number[]): string[] {
  const places = [...new Set(borders.map((border) => border % (text.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...places].map((start, index) => text.slice(start, places[index] ?? text.length))
}

describe('createEventParser', () => {
  it.each([
    ['names and data', 'event: consent\ndata: {"epoch":4}\n\n', [{ name: 'consent', data: '{"epoch":4}' }]],
    ['no name', 'data: a\n\n', [{ name: 'message', data: 'a' }]],
    ['no blank', 'data:a\n\n', [{ name: 'message', data: 'a' }]],
    ['a second blank', 'data:  a\n\n', [{ name: 'message', data: ' a' }]],
    ['several lines', 'data: a\ndata\ndata: b\n\n', [{ name: 'message', data: 'a\n\nb' }]],
    [
      'carriage returns',
      'data: a\r\rdata: b\r\n\r\n',
      [
        { name: 'message', data: 'a' },
        { name: 'message', data: 'b' },
      ],
    ],
    ['a byte order mark', '\uFEFFdata: a\n\n', [{ name: 'message', data: 'a' }]],
    ['comments', ': alive\n\n:\n\ndata: a\n: more\n\n', [{ name: 'message', data: 'a' }]],
    ['other fields', 'id: 1\nretry: 5\nx: y\ndata: a\n\n', [{ name: 'message', data: 'a' }]],
    ['a name without data', 'event: consent\n\ndata: a\n\n', [{ name: 'message', data: 'a' }]],
    ['an event that is not ended', 'data: a\n', []],
  ])('reads %s', (_name, text, events) => {
    expect(parse([text])).toEqual(events)
  })

  it('reads the same wherever the pieces are cut', () => {
    const line = fc.constantFrom(
      'data: a',
      'data:',
      'event: consent',
      ': alive',
      'data: {"x":"y"}',
      'id: 7',
      '',
      '',
      'é🎈: b',
      'data: 🎈',
    )
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const text = fc.array(fc.tuple(line, end), { maxLength: 30 }).map((lines) => lines.flat().join(''))
    fc.assert(
      fc.property(text, fc.array(fc.nat(400)), (whole, borders) => {
        // a carriage return at the end may be half of a line's end: the next piece decides
        expect(parse(cut(`${whole}\n`, borders))).toEqual(parse([`${whole}\n`]))
        expect(parse([...`${whole}\n`])).toEqual(parse([`${whole}\n`]))
      }),
    )
  })

  it('takes an event of 65536 units, and gives up on one more', () => {
    const fill = (units: number) => `data:${'a'.repeat(units - 5)}`
    expect(parse([fill(65_536), '\n\n'])).toHaveLength(1)
    expect(() => parse([fill(65_537)])).toThrow(RangeError)
    expect(() => parse(Array.from({ length: 70_000 }, () => 'a'))).toThrow(RangeError)
    expect(() => parse(Array.from({ length: 70_000 }, () => 'data\n'))).toThrow(RangeError)
  })

  it('hears heartbeats for ever', () => {
    expect(parse([...Array.from({ length: 20_000 }, () => ': alive\n'), 'data: a\n\n'])).toHaveLength(1)
  })
})
