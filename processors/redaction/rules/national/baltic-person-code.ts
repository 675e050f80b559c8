import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import { isBirthDate } from './birth-date.ts'

/** Estonia's and Lithuania's personal codes: 3 and 4 are of the 1900s, 5 and 6 of the 2000s; then the date, a serial, a check. */
export function isBalticPersonCode(code: string): boolean {
  const century = ({ 3: 1900, 4: 1900, 5: 2000, 6: 2000 } as Readonly<Record<string, number>>)[code.charAt(0)]
  return (
    century !== undefined &&
    isBirthDate(century + numberAt(code, 1, 3), numberAt(code, 3, 5), numberAt(code, 5, 7)) &&
    passesTwoStageModulus11(code)
  )
}

/** Modulus 11 with the weights 1, 2, 3 and so on; where ten is left, once more with weights that are 2 ahead; then zero. */
export function passesTwoStageModulus11(digits: string): boolean {
  const weights = Array.from({ length: digits.length - 1 }, (_, index) => (index % 9) + 1)
  const first = weightedSum(digits, weights) % 11
  const ahead = weights.map((weight) => ((weight + 1) % 9) + 1)
  const check = first === 10 ? weightedSum(digits, ahead) % 11 : first
  return check % 10 === digitAt(digits, digits.length - 1)
}
