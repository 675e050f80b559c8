/** Draws the parts of a corpus; the same seed draws the same. */
export interface Random {
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  digits(count: number): string
  /** Units of `alphabet`. */
  units(alphabet: string, count: number): string
}

export const upperLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const lowerLetters = 'abcdefghijklmnopqrstuvwxyz'
export const base62 = `${upperLetters}${lowerLetters}0123456789`
export const hexDigits = '0123456789abcdef'

/** @see T. Ettinger: mulberry32, a generator with 32 bits of state */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }
  const units = (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet.charAt(below(alphabet.length))).join('')
  return { below, pick, units, digits: (count) => units('0123456789', count) }
}

/**
 * Fills in a form: `9` a digit, `A` a capital, `{…}` something that is drawn: `{ymd}`, `{dmy}`, `{Ymd}` a day of birth, `{a|b}`
 * one of these. All else stays.
 *
 * @example fill(random, '{ymd}-9999') // '810312-4711'
 */
export function fill(random: Random, form: string): string {
  return form.replaceAll(/\{([^}]*)\}|[9A]/gu, (token, choice?: string) => {
    if (choice === undefined) return token === '9' ? random.digits(1) : random.units(upperLetters, 1)
    if (choice === 'ymd' || choice === 'dmy' || choice === 'Ymd') return day(random, choice)
    return random.pick(choice.split('|'))
  })
}

function day(random: Random, order: 'ymd' | 'dmy' | 'Ymd'): string {
  const year = String(1945 + random.below(55))
  const month = String(1 + random.below(12)).padStart(2, '0')
  const date = String(1 + random.below(28)).padStart(2, '0')
  if (order === 'dmy') return `${date}${month}${year.slice(2)}`
  return `${order === 'Ymd' ? year : year.slice(2)}${month}${date}`
}

/** Draws until `isRight`, which knows check digits that the form does not. */
export function drawUntil(random: Random, form: string, isRight: (value: string) => boolean): string {
  for (let attempt = 0; attempt < 20_000; attempt++) {
    const value = fill(random, form)
    if (isRight(value)) return value
  }
  throw new Error(`no value of the form ${form} is right`)
}
