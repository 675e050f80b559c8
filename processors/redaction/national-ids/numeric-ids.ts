import { isDayOfYear, passesLuhn, passesMod11And10, passesVerhoeff, remainder, weightedSum } from '../checksums.ts'

/** One kind of number that a state gives to a person. */
export interface NationalId {
  readonly country: string
  /** How many letters and digits it has, without separators. */
  readonly lengths: readonly number[]
  /** How it is written. */
  readonly shape: RegExp
  /** Of the number without separators, in capitals. */
  readonly check: (compact: string) => boolean
  /** A word that must stand before it, for shape and check alone say too little. */
  readonly announcedBy?: RegExp
}

const digit = (digits: string, index: number): number => digits.charCodeAt(index) - 48
const number = (digits: string, from: number, to: number): number => Number(digits.slice(from, to))
const isDate = (digits: string, day: number, month: number): boolean =>
  isDayOfYear(number(digits, day, day + 2), number(digits, month, month + 2))

/** Numbers that begin with a digit and have digits only. */
export const numericIds: readonly NationalId[] = [
  // Social Security Administration: no area 000 or 666, no group 00, no serial 0000; 9xx is an ITIN
  { country: 'US', lengths: [9], shape: /^\d{3}([- ])\d{2}\1\d{4}$/u, check: isSsn },
  { country: 'US', lengths: [9], shape: /^\d{9}$/u, check: isSsn, announcedBy: /\b(?:ssn|itin|social)\b/iu },
  {
    country: 'GB',
    lengths: [10],
    shape: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/u,
    check: isNhs,
    announcedBy: /\bnhs\b/iu,
  },
  { country: 'DE', lengths: [11], shape: /^[1-9]\d \d{3} \d{3} \d{3}$/u, check: isGermanTaxId },
  {
    country: 'DE',
    lengths: [11],
    shape: /^[1-9]\d{10}$/u,
    check: isGermanTaxId,
    announcedBy: /\b(?:steuer[- ]?id\w*|idnr|tin|identifikationsnummer|steuernummer)\b/iu,
  },
  // INSEE: sex, year, month, department (2A and 2B are letters), commune, order, key
  {
    country: 'FR',
    lengths: [15],
    shape: /^[1278] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}$/u,
    check: (id) => 97 - remainder(id.slice(0, 13), 97) === number(id, 13, 15),
  },
  {
    country: 'NL',
    lengths: [9],
    shape: /^\d{9}$|^\d{4}[. ]\d{2}[. ]\d{3}$|^\d{3}[. ]\d{3}[. ]\d{3}$/u,
    check: (id) => weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !isOneDigit(id),
    announcedBy: /\b(?:bsn|burger\s?service\s?nummer|sofi\w*)\b/iu,
  },
  {
    country: 'PL',
    lengths: [11],
    shape: /^\d{11}$/u,
    check: (id) =>
      isDayOfYear(number(id, 4, 6), number(id, 2, 4) % 20) &&
      weightedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    announcedBy: /\bpesel\b/iu,
  },
  // the day of a coordination number is 60 more
  {
    country: 'SE',
    lengths: [10, 12],
    shape: /^(?:\d{2})?\d{6}[-+]\d{4}$/u,
    check: isPersonnummer,
  },
  {
    country: 'SE',
    lengths: [10, 12],
    shape: /^(?:19|20)?\d{10}$/u,
    check: isPersonnummer,
    announcedBy: /\b(?:personnummer|pnr|samordningsnummer)\b/iu,
  },
  {
    country: 'DK',
    lengths: [10],
    shape: /^\d{6}-?\d{4}$/u,
    check: (id) => isDate(id, 0, 2),
    announcedBy: /\bcpr\b/iu,
  },
  {
    country: 'NO',
    lengths: [11],
    shape: /^\d{6} ?\d{5}$/u,
    check: (id) => isDayOfYear(number(id, 0, 2) % 40, number(id, 2, 4)) && isFodselsnummer(id),
  },
  {
    country: 'NO',
    lengths: [11],
    shape: /^\d{6} ?\d{5}$/u,
    check: isFodselsnummer,
    announcedBy: /\b(?:f[øo]dselsnummer|fnr|d-?nummer|personnummer)\b/iu,
  },
  // EAN-13; 756 is the country
  {
    country: 'CH',
    lengths: [13],
    shape: /^756\.?\d{4}\.?\d{4}\.?\d{2}$/u,
    check: (id) => weightedSum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  },
  {
    country: 'AT',
    lengths: [10],
    shape: /^\d{4} ?\d{6}$/u,
    check: (id) => isDate(id, 4, 6) && weightedSum(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digit(id, 3),
    announcedBy: /\b(?:svnr|sv-?nummer|sozialversicherung\w*|versicherungsnummer)\b/iu,
  },
  { country: 'BE', lengths: [11], shape: /^\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}$/u, check: isRijksregister },
  {
    country: 'PT',
    lengths: [9],
    shape: /^[1-35689]\d{2} ?\d{3} ?\d{3}$/u,
    check: (id) => ((11 - (weightedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digit(id, 8),
    announcedBy: /\b(?:nif|contribuinte)\b/iu,
  },
  { country: 'BR', lengths: [11], shape: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/u, check: isCpf },
  { country: 'BR', lengths: [11], shape: /^\d{11}$/u, check: isCpf, announcedBy: /\bcpf\b/iu },
  { country: 'IN', lengths: [12], shape: /^[2-9]\d{3}([ -])\d{4}\1\d{4}$/u, check: passesVerhoeff },
  {
    country: 'IN',
    lengths: [12],
    shape: /^[2-9]\d{11}$/u,
    check: passesVerhoeff,
    announcedBy: /\b(?:aadhaa?r|uidai|uid)\b/iu,
  },
  {
    country: 'CA',
    lengths: [9],
    shape: /^[0-79]\d{2}([ -]?)\d{3}\1\d{3}$/u,
    check: passesLuhn,
    announcedBy: /\b(?:sin|nas|social insurance|assurance sociale)\b/iu,
  },
  {
    country: 'AU',
    lengths: [9],
    shape: /^\d{3} ?\d{3} ?\d{3}$/u,
    check: (id) => weightedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    announcedBy: /\b(?:tfn|tax file)\b/iu,
  },
  {
    country: 'CZ',
    lengths: [10],
    shape: /^\d{6}\/\d{4}$/u,
    check: (id) => isDayOfYear(number(id, 4, 6), (number(id, 2, 4) % 50) % 20) && remainder(id, 11) === 0,
  },
  {
    country: 'HR',
    lengths: [11],
    shape: /^\d{11}$/u,
    check: passesMod11And10,
    announcedBy: /\boib\b/iu,
  },
  { country: 'CL', lengths: [8, 9], shape: /^\d{1,2}\.\d{3}\.\d{3}-\d$/u, check: isRut },
  {
    country: 'AR',
    lengths: [11],
    shape: /^(?:20|23|24|27)-\d{8}-\d$/u,
    check: (id) => (11 - (weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digit(id, 10),
  },
  {
    country: 'ZA',
    lengths: [13],
    shape: /^\d{10}[01]\d{2}$/u,
    check: (id) => isDate(id, 4, 2) && passesLuhn(id),
    announcedBy: /\bid\b/iu,
  },
  {
    country: 'KR',
    lengths: [13],
    shape: /^\d{6}-[1-8]\d{6}$/u,
    check: (id) => isDate(id, 4, 2),
  },
]

function isOneDigit(digits: string): boolean {
  return new Set(digits).size === 1
}

function isSsn(id: string): boolean {
  const area = number(id, 0, 3)
  const group = number(id, 3, 5)
  if (area === 0 || area === 666 || group === 0 || number(id, 5, 9) === 0) return false
  // an ITIN begins with 9, and its group has ranges of its own
  return area < 900 || (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93)
}

function isNhs(id: string): boolean {
  const check = 11 - (weightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return (check === 11 ? 0 : check) === digit(id, 9) && !isOneDigit(id)
}

/** Of the first ten digits, one is there twice or three times. */
function isGermanTaxId(id: string): boolean {
  const counts = new Map<string, number>()
  for (const unit of id.slice(0, 10)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const repeated = [...counts.values()].filter((count) => count > 1)
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && passesMod11And10(id)
}

function isPersonnummer(id: string): boolean {
  const short = id.replace(/\D/gu, '').slice(-10)
  return isDayOfYear(number(short, 4, 6) % 60, number(short, 2, 4)) && passesLuhn(short)
}

/** The month of a synthetic number is 40 or 80 more, the day of a D number is 40 more. */
function isFodselsnummer(id: string): boolean {
  return (
    isDayOfYear(number(id, 0, 2) % 40, number(id, 2, 4) % 40) &&
    weightedSum(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weightedSum(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  )
}

/** Who was born from 2000 has a 2 before the number when it is checked. */
function isRijksregister(id: string): boolean {
  const month = number(id, 2, 4) % 20
  if (!isDayOfYear(number(id, 4, 6), month)) return false
  const check = number(id, 9, 11)
  return 97 - remainder(id.slice(0, 9), 97) === check || 97 - remainder(`2${id.slice(0, 9)}`, 97) === check
}

function isCpf(id: string): boolean {
  const first = ((weightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10
  const second = ((weightedSum(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10
  return first === digit(id, 9) && second === digit(id, 10) && !isOneDigit(id)
}

/** Chile's check digit, as a letter where it is ten. */
export function isRut(id: string): boolean {
  let sum = 0
  for (let index = 0; index < id.length - 1; index++) sum += digit(id, id.length - 2 - index) * (2 + (index % 6))
  const check = (11 - (sum % 11)) % 11
  return (check === 10 ? 'K' : String(check)) === id.at(-1)
}
