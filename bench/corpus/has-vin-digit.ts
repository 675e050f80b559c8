/**
 * Is the ninth unit the check digit of the others? Manufacturers outside of North America need not keep to it.
 *
 * @see 49 CFR 565.15, tables III and IV
 */
export function hasVinDigit(vin: string): boolean {
  const letters = 'ABCDEFGH JKLMN P R STUVWXYZ'
  const worths = '12345678 12345 7 9 23456789'
  const sum = Array.from(vin, (unit, index) => {
    const weight = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2][index] ?? 0
    return weight * Number(/\d/u.test(unit) ? unit : worths[letters.indexOf(unit)])
  }).reduce((total, part) => total + part, 0)
  return (sum % 11 === 10 ? 'X' : String(sum % 11)) === vin.charAt(8)
}
