import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64 } from './decode-base64.ts'

describe('decodeBase64', () => {
  it('reads the test vectors of RFC 4648', () => {
    const vectors = {
      '': '',
      'Zg==': 'f',
      'Zm8=': 'fo',
      Zm9v: 'foo',
      'Zm9vYg==': 'foob',
      'Zm9vYmE=': 'fooba',
      Zm9vYmFy: 'foobar',
    }
    for (const [encoded, decoded] of Object.entries(vectors)) expect(decodeBase64(encoded)).toBe(decoded)
  })

  it('reads what others write, in both alphabets, with and without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('base64', 'base64url'), (bytes, alphabet) => {
        const decoded = decodeBase64(Buffer.from(bytes).toString(alphabet))
        expect(decoded).toBe(Buffer.from(bytes).toString('latin1'))
      }),
    )
  })

  it('reads nothing else', () => {
    expect(decodeBase64('a b')).toBeUndefined()
    expect(decodeBase64('Zg=g')).toBeUndefined()
    expect(decodeBase64('é')).toBeUndefined()
  })
})
