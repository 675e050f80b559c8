import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeExactly, encodeExactly, startOfCharacter } from './exact-utf8.ts'

describe('bytes that may be no UTF-8', () => {
  it('come out as they went in', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom('ü', '€', '😀', 'a', '\xff'), { maxLength: 200 })
        .map((parts) => Buffer.concat(parts.map((part) => (part === '\xff' ? Buffer.of(0xff) : Buffer.from(part))))),
    )
    fc.assert(
      fc.property(bytes, (given) => {
        expect(encodeExactly(decodeExactly(Buffer.from(given)))).toEqual(Buffer.from(given))
      }),
    )
  })

  it('read as the text that is in them', () => {
    const bytes = Buffer.concat([Buffer.from('Grüße '), Buffer.of(0xe9), Buffer.from(' 😀')])
    expect(decodeExactly(bytes)).toBe('Grüße \uDCE9 😀')
  })

  it('are cut between characters only', () => {
    const bytes = Buffer.from('a😀b')
    expect([1, 2, 3, 4, 5].map((index) => startOfCharacter(bytes, index))).toEqual([1, 1, 1, 1, 5])
  })
})
