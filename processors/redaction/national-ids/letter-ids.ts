import { isDayOfYear, remainder, weightedSum } from '../checksums.ts'
import { isRut, type NationalId } from './numeric-ids.ts'

const spanishLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const finnishLetters = '0123456789ABCDEFHJKLMNPRSTUVWXY'
const irishLetters = 'WABCDEFGHIJKLMNOPQRSTUV'

/** Numbers with letters in them. */
export const letterIds: readonly NationalId[] = [
  // HMRC: prefixes that were never given out are excluded, but for QQ, which examples have; the last letter is A to D
  {
    country: 'GB',
    lengths: [9],
    shape: /^(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/iu,
    check: (id) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/u.test(id),
  },
  {
    country: 'ES',
    lengths: [9],
    shape: /^(?:\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-Z]$/iu,
    check: (id) => spanishLetters.charAt(Number(id.slice(0, 8)) % 23) === id.charAt(8),
  },
  {
    country: 'ES',
    lengths: [9],
    shape: /^[XYZ]-?\d{7}-?[A-Z]$/iu,
    check: (id) =>
      spanishLetters.charAt(Number(`${'XYZ'.indexOf(id.charAt(0))}${id.slice(1, 8)}`) % 23) === id.charAt(8),
  },
  {
    country: 'FR',
    lengths: [15],
    shape: /^[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?2[AB] ?\d{3} ?\d{3} ?\d{2}$/iu,
    check: (id) => {
      // Corsica's departments count as 19 and 18
      const digits = id.replace('2A', '19').replace('2B', '18')
      return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13))
    },
  },
  {
    country: 'IT',
    lengths: [16],
    shape: /^[A-Z]{6} ?[\dL-NP-V]{2}[A-EHLMPR-T][\dL-NP-V]{2} ?[A-Z][\dL-NP-V]{3} ?[A-Z]$/iu,
    check: isCodiceFiscale,
  },
  {
    country: 'FI',
    lengths: [10, 11],
    shape: /^\d{6}[-+ABCDEFYXWVU]\d{3}[0-9A-Y]$/iu,
    check: (id) => isFinnish(id),
  },
  {
    country: 'IE',
    lengths: [8, 9],
    shape: /^\d{7}[A-W][A-IW]?$/iu,
    check: (id) => {
      const second = id.charAt(8) === '' || id.charAt(8) === 'W' ? 0 : id.charCodeAt(8) - 64
      const sum = weightedSum(id, [8, 7, 6, 5, 4, 3, 2]) + second * 9
      return irishLetters.charAt(sum % 23) === id.charAt(7)
    },
    announcedBy: /\bpps(?:n)?\b/iu,
  },
  {
    country: 'CN',
    lengths: [18],
    shape: /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/iu,
    check: (id) => {
      const sum = weightedSum(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
      return '10X98765432'.charAt(sum % 11) === id.charAt(17)
    },
  },
  {
    country: 'SG',
    lengths: [9],
    shape: /^[STFG]\d{7}[A-Z]$/iu,
    check: (id) => {
      const sum = weightedSum(id.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/[TG]/u.test(id) ? 4 : 0)
      const letters = /^[ST]/u.test(id) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK'
      return letters.charAt(sum % 11) === id.charAt(8)
    },
  },
  {
    country: 'MX',
    lengths: [18],
    shape:
      /^[A-Z][AEIOUX][A-Z]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d$/iu,
    check: () => true,
  },
  { country: 'CL', lengths: [8, 9], shape: /^\d{1,2}\.\d{3}\.\d{3}-K$/iu, check: isRut },
]

/** Values of characters in odd places; in even places a digit is itself and a letter its place in the alphabet. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

function isCodiceFiscale(id: string): boolean {
  let sum = 0
  for (let index = 0; index < 15; index++) {
    const unit = id.charCodeAt(index)
    const value = unit >= 65 ? unit - 65 : unit - 48
    sum += index % 2 === 0 ? (oddValues[value] ?? 0) : value
  }
  return String.fromCharCode(65 + (sum % 26)) === id.charAt(15)
}

/** The sign of the century is lost with the separators when it is `-`. */
function isFinnish(id: string): boolean {
  const birth = id.slice(0, 6)
  const serial = id.slice(-4, -1)
  return (
    isDayOfYear(Number(birth.slice(0, 2)), Number(birth.slice(2, 4))) &&
    finnishLetters.charAt(Number(birth + serial) % 31) === id.at(-1)
  )
}
