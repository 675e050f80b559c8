import fc from 'fast-check'
import { stdnum } from 'stdnum'
import type { CodeRule } from '../rule.ts'

/** Draws the parts of a number. */
export interface Draw {
  digits(count: number): string
  letters(count: number): string
  oneOf(...texts: readonly string[]): string
  /** A day of 1930 to 2015: `Y` is of four digits, `y` of two. What is added to day and month says something else in it. */
  day(order: 'Ymd' | 'ymd' | 'dmy', more?: { readonly day?: number; readonly month?: number }): string
  /** The same, but sometimes there is no such day. */
  date: Draw['day']
}

/** One rule beside another implementation of the same check. */
export interface Comparison {
  readonly rule: string
  readonly oracle: (code: string) => boolean
  /** Each `?` of what it draws is tried as every digit, each `@` as every capital. */
  readonly code: (draw: Draw) => string
  /** Where the two differ on purpose, and why. */
  readonly differ?: { readonly because: string; readonly on: (code: string) => boolean }
}

/** `stdnum` has it as `country/number`. */
export function stdnumSays(path: string): (code: string) => boolean {
  const [country = '', name = ''] = path.split('/')
  const validator = stdnum[country]?.[name]
  if (validator === undefined) throw new Error(`stdnum has no ${path}`)
  return (code) => validator.validate(code).isValid
}

/** Compares the two on numbers of all check digits; fails where they differ, and where no number was right. */
export function expectAgreement(rules: readonly CodeRule[], { rule: name, oracle, code, differ }: Comparison): void {
  const rule = rules.find((candidate) => candidate.name === name)
  if (rule === undefined) throw new Error(`no rule ${name}`)
  let right = 0
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      for (const candidate of spellOut(code(drawFrom(draw)))) {
        // zeros are nobody's number; some say so, some do not
        if (/^[A-Z]*0{4}/u.test(candidate) || differ?.on(candidate) === true) continue
        const accepted = accepts(rule, candidate)
        if (accepted !== oracle(candidate)) throw new Error(`${candidate} is right ${accepted ? 'here' : 'there'} only`)
        if (accepted) right++
      }
    }),
    { numRuns: 150 },
  )
  if (right === 0) throw new Error('no number was right')
}

/** Do length, shape and check pass? */
export function accepts({ lengths, shape, check }: CodeRule, written: string): boolean {
  const compact = written.replace(/[ ./-]/gu, '').toUpperCase()
  return lengths.includes(compact.length) && shape.test(written) && (check?.(compact) ?? true)
}

function drawFrom(draw: fc.GeneratorValue): Draw {
  const number = (count: number, from: number, to: number): string =>
    String(draw(fc.integer, { min: from, max: to })).padStart(count, '0')
  const dateBetween =
    (lastDay: number, lastMonth: number): Draw['day'] =>
    (order, { day = 0, month = 0 } = {}) => {
      const year = number(4, 1930, 2015)
      const parts: Readonly<Record<string, string>> = {
        Y: year,
        y: year.slice(2),
        m: number(2, 1 + month, lastMonth + month),
        d: number(2, 1 + day, lastDay + day),
      }
      return order.replace(/[Yymd]/gu, (part) => parts[part] ?? '')
    }
  return {
    digits: (count) => number(count, 0, 10 ** count - 1),
    letters: (count) =>
      Array.from({ length: count }, () => String.fromCharCode(draw(fc.integer, { min: 65, max: 90 }))).join(''),
    oneOf: (...texts) => draw(fc.constantFrom, ...texts),
    day: dateBetween(28, 12),
    date: dateBetween(32, 13),
  }
}

function spellOut(code: string): readonly string[] {
  const place = code.search(/[?@]/u)
  if (place < 0) return [code]
  const signs = code.charAt(place) === '?' ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  return [...signs].flatMap((sign) => spellOut(code.slice(0, place) + sign + code.slice(place + 1)))
}
