import type { CodeRule } from '../rules/rule.ts'

/**
 * Can a code of this length need no word when it is written as digits without separators? If not, the many numbers that are
 * written so are not compared with its shape. In doubt, yes.
 */
export function mayBeUnbroken({ alphabet, shape, bare }: CodeRule, length: number): boolean {
  if (alphabet !== 'digits') return true
  return mayMatchDigits(shape, length) && (typeof bare === 'boolean' || mayMatchDigits(bare, length))
}

/** Could `pattern` match some run of `length` digits? Decided for a pattern that takes every digit for any other. */
function mayMatchDigits({ source, flags }: RegExp, length: number): boolean {
  // a pattern that takes more of what it must not see takes less
  if (/\(\?<?!|\[\^|\\[DWSbB]/u.test(source)) return true
  const relaxed = source.replace(tokens, (token) => {
    if (token.startsWith('[')) return /\d|\\[dw]/u.test(token) ? `[\\d${token.slice(1)}` : token
    return /^\d$/u.test(token) ? '\\d' : token
  })
  return new RegExp(relaxed, flags).test('0'.repeat(length))
}

/** Counts and references keep their digits, classes are looked at as a whole, and what is left are digits themselves. */
const tokens = /\{\d{1,4}(?:,\d{0,4})?\}|\\.|\[(?:\\.|[^\]\\]){1,200}\]|\d/gu
