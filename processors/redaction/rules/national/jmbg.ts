import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import { isBirthDate } from './birth-date.ts'

/**
 * The personal number of Yugoslavia, which its successors kept: day, month, three digits of the year, region, serial, check.
 *
 * @param isRegion of the two digits of the region
 */
export function isJmbg(number: string, isRegion: (region: number) => boolean): boolean {
  const year = numberAt(number, 4, 7)
  const rest = weightedSum(number, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return (
    isBirthDate(year + (year >= 900 ? 1000 : 2000), numberAt(number, 2, 4), numberAt(number, 0, 2)) &&
    isRegion(numberAt(number, 7, 9)) &&
    (rest < 2 ? 0 : 11 - rest) === digitAt(number, 12)
  )
}
