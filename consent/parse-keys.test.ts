import { describe, expect, it } from 'vitest'
import { KeyError, parseKeys } from './parse-keys.ts'

const hex = '00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef'
const base64 = Buffer.from(hex, 'hex').toString('base64')
const phrase = 'a secret of at least thirty-two characters'

function issueOf(text: string): KeyError['issue'] & { readonly message: string } {
  try {
    parseKeys(text)
  } catch (error) {
    if (error instanceof KeyError) return { ...error.issue, message: error.message }
    throw error
  }
  throw new Error('no KeyError was thrown')
}

describe('parseKeys', () => {
  it('reads a key with a name, in hexadecimal or base64', () => {
    expect(parseKeys(`k1:${hex}`)).toEqual([{ kid: 'k1', secret: Buffer.from(hex, 'hex') }])
    expect(parseKeys(`k1:${base64}`)).toEqual([{ kid: 'k1', secret: Buffer.from(hex, 'hex') }])
    expect(parseKeys(`k1:${base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}`)[0].secret).toEqual(
      Buffer.from(hex, 'hex'),
    )
  })

  it('reads several, newest first', () => {
    expect(parseKeys(`k2:${base64}, k1:${hex}`).map(({ kid }) => kid)).toEqual(['k2', 'k1'])
  })

  it('takes a key without a name as it is written, and derives a short name', () => {
    const [key] = parseKeys(phrase)
    expect(Buffer.from(key.secret).toString()).toBe(phrase)
    expect(key.kid).toMatch(/^[0-9a-f]{10}$/u)
    expect(parseKeys(phrase)[0].kid).toBe(key.kid)
    expect(parseKeys(`${phrase}!`)[0].kid).not.toBe(key.kid)
  })

  it('takes 32 bytes, and not one less', () => {
    expect(parseKeys(`k:${hex}`)).toHaveLength(1)
    expect(issueOf(`k:${hex.slice(2)}`)).toMatchObject({ code: 'too_short', received: '31 bytes' })
    const bare = phrase.replaceAll(' ', '-')
    expect(parseKeys(bare.slice(0, 32))).toHaveLength(1)
    expect(issueOf(bare.slice(0, 31)).code).toBe('too_short')
  })

  it('counts the bytes of a bare hexadecimal key, not its digits', () => {
    expect(issueOf(hex.slice(0, 32))).toMatchObject({ code: 'too_short', received: '16 bytes' })
  })

  it.each([
    ['', 'empty', [0]],
    [`${phrase},`, 'empty', [1]],
    ['k:no base64 at all, sorry', 'not_decodable', [0]],
    ['a'.repeat(64), 'too_simple', [0]],
    [`k:${'ab'.repeat(32)}`, 'too_simple', [0]],
    [`k:${hex},k:${base64}`, 'duplicate_kid', [1]],
    [Array.from({ length: 9 }, (_, index) => `k${index}:${hex}`).join(','), 'too_many', []],
  ] as const)('refuses a bad key and says what to do: %s', (text, code, path) => {
    const issue = issueOf(text)
    expect(issue).toMatchObject({ code, path: ['PRIVITY_KEY', ...path] })
    expect(issue.expected).not.toBe('')
    expect(issue.hint).not.toBe('')
    expect(issue.message).toContain(issue.hint)
  })

  it('never quotes a key', () => {
    for (const text of ['s3cr3t-value', `k:${hex.slice(4)}`, `kid:${'!'.repeat(40)}`, 'a'.repeat(64)]) {
      const { message, received } = issueOf(text)
      for (const part of [text, text.split(':').at(-1) ?? text]) {
        expect(message).not.toContain(part)
        expect(received).not.toContain(part)
      }
    }
  })

  it('takes eight keys', () => {
    expect(parseKeys(Array.from({ length: 8 }, (_, index) => `k${index}:${hex}`).join(','))).toHaveLength(8)
  })
})
