/**
 * Is the last digit the check digit of the others? Anything but digits is skipped.
 *
 * @see ISO/IEC 7812-1, annex B
 */
export function passesLuhn(number: string): boolean {
  const parts = Array.from(number.replaceAll(/\D/gu, ''))
    .reverse()
    .map((digit, index) => Number(digit) * (1 + (index % 2)))
  return parts.reduce((sum, part) => sum + Math.floor(part / 10) + (part % 10), 0) % 10 === 0
}
