/** Check digits of identification numbers. All take digits without separators; letters only where it is said. */

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** The sum of each digit times its weight; digits past the weights do not count. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits.charCodeAt(index) - 48), 0)
}

/** The digit at `index`; `NaN` behind the end. */
export function digitAt(code: string, index: number): number {
  return code.charCodeAt(index) - 48
}

/** The number that stands from `start` to before `end`. */
export function numberAt(code: string, start: number, end: number): number {
  return Number(code.slice(start, end))
}

/** GS1 General Specifications, 7.9: every other digit three times, from the right. */
export function passesGs1(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    sum += digitAt(digits, digits.length - 1 - index) * (index % 2 === 1 ? 3 : 1)
  }
  return sum % 10 === 0
}

/** ICAO Doc 9303-3, 4.9, of digits and capitals; the last unit is the check digit. */
export function passesIcao9303(code: string): boolean {
  let sum = 0
  for (let index = 0; index < code.length - 1; index++) {
    const unit = code.charCodeAt(index)
    sum += (unit >= 65 ? unit - 55 : unit - 48) * ([7, 3, 1][index % 3] ?? 0)
  }
  return sum % 10 === digitAt(code, code.length - 1)
}

/** `000000000` and its like pass many checks, and are nobody's number. */
export function isOneDigitOnly(digits: string): boolean {
  return digits === digits.charAt(0).repeat(digits.length)
}

/** ISO 7064 MOD 11,10: Germany's tax number, Croatia's OIB. */
export function passesMod11And10(digits: string): boolean {
  let product = 10
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (digits.charCodeAt(index) - 48 + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === digits.charCodeAt(digits.length - 1) - 48
}

const dihedral = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const permutations = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/** Verhoeff's algorithm, on the group of symmetries of a pentagon: Aadhaar. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48
    const permuted = Number(permutations[index % 8]?.charAt(digit))
    check = Number(dihedral[check]?.charAt(permuted))
  }
  return check === 0
}

/** The remainder of a number too long for JavaScript's. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0
  for (let index = 0; index < digits.length; index++) rest = (rest * 10 + digits.charCodeAt(index) - 48) % divisor
  return rest
}

/** Is there such a day in some year? February has 29. */
export function isDayOfYear(day: number, month: number): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}
