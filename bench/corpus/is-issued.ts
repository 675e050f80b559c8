import { stdnum } from 'stdnum'
import { weightedSum } from './weighted-sum.ts'

/** What `stdnum` takes for right, and the body that gives out the numbers does not give out. Asked with digits and letters only. */
const never: Readonly<Record<string, (number: string) => boolean>> = {
  // an eleventh digit of ten: the person gets the prefix 23 instead
  'AR/cuit': (number) => weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 === 1,
  // the check number is 97 less a remainder
  'BE/nn': (number) => Number(number.slice(9)) > 97 || number.endsWith('00'),
  // of the first ten digits one stands there two or three times, but not in a row, the others once at most
  'DE/idnr': (number) => {
    const counts = Array.from('0123456789', (digit) => number.slice(0, 10).split(digit).length - 1)
    return counts.filter((count) => count > 1).length !== 1 || Math.max(...counts) > 3 || /(.)\1\1/u.test(number)
  },
  // the check number is what is left of a number modulo 97
  'GB/vat': (number) => Number(number.slice(-2)) > 96,
  // the alphabet without `&` and `Ñ` gives another digit, which the SAT never wrote
  'MX/rfc': (number) => {
    const units = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ'
    const sum = Array.from(number.slice(0, -1).padStart(12), (unit, index) => units.indexOf(unit) * (13 - index))
    const check = (11 - (sum.reduce((total, part) => total + part, 0) % 11)) % 11
    return '0123456789A'.charAt(check) !== number.slice(-1)
  },
}

/** Is it a number that could be somebody's? `path` is its country and name in `stdnum`. */
export function isIssued(path: string, value: string): boolean {
  const [country = '', name = ''] = path.split('/')
  const validator = stdnum[country]?.[name]
  if (validator === undefined) throw new Error(`stdnum has no ${path}`)
  const isRight = validator.validate(value.replaceAll(/[. ]/gu, '')).isValid
  return isRight && never[path]?.(value.replaceAll(/[^\dA-Z&Ñ]/gu, '')) !== true
}
