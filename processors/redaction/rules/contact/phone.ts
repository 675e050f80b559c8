import { isDigitAt, isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { Found, Groups, RowGroups, RowRule } from '../rule.ts'
import { digitGroupsAround, type PhoneGroup } from './phone-groups.ts'
import { isDialable, isPossibleNumber } from './phone-library.ts'

/**
 * Telephone numbers: those with a country code that the country can have, those that a word announces (`tel.`, `call`),
 * and those in a national way of writing that is used for nothing else. An extension belongs to its number.
 */
export const phone: RowRule = {
  kind: 'row',
  name: 'phone',
  type: 'phone',
  title: 'Telephone number',
  source: 'ITU-T E.164, E.123; numbering plans as in libphonenumber',
  words: [
    'tel',
    'telephone',
    'telephone number',
    'phone',
    'phone number',
    'phoned',
    'ph',
    'mobile',
    'mobile number',
    'cell',
    'cellular',
    'cellphone',
    'fax',
    'whatsapp',
    'sms to',
    'call',
    'called',
    'calling',
    'caller',
    'callback',
    'call me',
    'dial',
    'dialed',
    'dialled',
    'dialing',
    'ring',
    'text me',
    'texted',
    'contact',
    'contact number',
    'reach',
    'msisdn',
    'my number',
    'number is',
    'landline',
    'hotline',
    'telefon',
    'telefonnummer',
    'rufnummer',
    'handy',
    'handynummer',
    'mobil',
    'anrufen',
    'telefoon',
    'telefono',
    'numero',
    'movil',
    'celular',
    'telemovel',
    'portable',
    'puhelin',
    'telefone',
    'komorka',
    'numer telefonu',
    'answering at',
    'messages to',
    'message to',
    'office',
    'extension',
    'leave a message',
    'registered mobile',
    'text',
    'phone no',
    'tel no',
    'number at',
    'telefonas',
    'gsm',
    'mobilnummer',
    'mobilnummeret',
    'telefonnummeret',
  ],
  minDigits: 6,
  minGroups: 1,
  find(text, row, isAnnounced) {
    if (!mayBegin(text, row, isAnnounced)) return none
    const groups = digitGroupsAround(text, { start: row.starts[0] ?? 0, end: row.ends[row.count - 1] ?? 0 })
    if ((groups.at(-1)?.digitsUntil ?? 0) < minDigits) return none
    let found: Found[] | undefined
    for (let first = 0; first < groups.length; first++) {
      const hit = longestFrom(text, groups, first, isAnnounced)
      if (hit === undefined) continue
      found ??= []
      found.push(hit.found)
      first = hit.last
    }
    return found ?? none
  },
}

const none: readonly Found[] = []

const minDigits = 7
const maxDigits = 15
const maxGroups = 8
/** Of a national number with the zero that begins it; some part may stand behind a bracket. */
const minZeroDigits = 9

/** Can a number begin at one of these groups, because it is announced or by the look of it? */
function mayBegin(text: string, row: RowGroups, isAnnounced: (start: number, end: number) => boolean): boolean {
  let lengths = 0
  for (let index = 0; index < row.count; index++) {
    const start = row.starts[index] ?? 0
    const end = row.ends[index] ?? 0
    const before = start === 0 ? space : text.charCodeAt(start - 1)
    if (before === plus || before === bracket || before === closingBracket || before === percent) return true
    if (before === space && start > 1 && text.charCodeAt(start - 2) === closingBracket) return true
    if (row.sumOfDigits >= minZeroDigits && text.charCodeAt(start) === zero && isAreaCode(row, index, before))
      return true
    lengths = lengthened(
      lengths,
      row.digits[index] === end - start ? end - start : digitsUntilExtension(text, start, end),
    )
    if (isTellingEnd(lengths) || isAnnounced(start, end)) return true
  }
  return false
}

/** `020`, `0151`, `0049`: what begins a national number; not a part of a date, not a counter with zeros before it. */
function isAreaCode({ starts, ends, digits, count }: Groups, index: number, before: number): boolean {
  const length = (ends[index] ?? 0) - (starts[index] ?? 0)
  if (length < 2 || length > 5 || before === dash || before === dot || before === slash) return false
  return index + 1 < count && digits[index + 1] === (ends[index + 1] ?? 0) - (starts[index + 1] ?? 0)
}

/** `0132x123`: what stands before the `x`; 15 for everything else with letters in it. */
function digitsUntilExtension(text: string, start: number, end: number): number {
  let position = start
  while (position < end && isDigitAt(text, position)) position++
  return position < text.length && (text.charCodeAt(position) | 32) === 120 ? position - start : 15
}

/** The lengths of the last five groups, in hexadecimal a digit for each. */
function lengthened(lengths: number, length: number): number {
  return ((lengths << 4) | Math.min(15, length)) & 0xf_ffff
}

/** 415-555-0132, 138 0013 8000, 612 34 56 78, 8 916 123-45-67. */
function isTellingEnd(lengths: number): boolean {
  const three = lengths & 0xfff
  return three === 0x334 || three === 0x344 || (lengths & 0xffff) === 0x3222 || lengths === 0x1_3322
}

function longestFrom(
  text: string,
  groups: readonly PhoneGroup[],
  first: number,
  isAnnounced: (start: number, end: number) => boolean,
): { readonly found: Found; readonly last: number } | undefined {
  const head = groups[first]
  if (head === undefined || head.isGlued) return undefined
  const announced = isAnnounced(head.start, head.end)
  for (let last = Math.min(groups.length, first + maxGroups) - 1; last >= first; last--) {
    const tail = groups[last]
    if (tail === undefined || isGluedBehind(text, tail.end)) continue
    const digits = tail.digitsUntil - head.digitsUntil + (head.end - head.digitStart)
    if (digits < minDigits || digits > maxDigits) continue
    if (!announced && !isTelling(text, groups, first, last)) continue
    const whole = text.slice(head.start, tail.end)
    // `(078 123 45 67)`: the bracket is not the number's
    const start = whole.startsWith('(') && !whole.includes(')') ? head.start + 1 : head.start
    const written = text.slice(start, tail.end)
    const confidence = confidenceOf(written, announced)
    if (confidence > 0) return { found: { start, end: extensionEnd(text, tail.end), confidence }, last }
  }
  return undefined
}

/** Could it be a telephone number with no word beside it? By the first unit, and by how long the groups are. */
function isTelling(text: string, groups: readonly PhoneGroup[], first: number, last: number): boolean {
  const opening = text.charCodeAt(groups[first]?.start ?? 0)
  if (opening === plus || opening === bracket || opening === zero) return true
  let lengths = 0
  for (let index = first; index <= last; index++) {
    const group = groups[index]
    lengths = lengthened(lengths, group === undefined ? 0 : group.end - group.digitStart)
  }
  return isTellingEnd(lengths)
}

const plus = 43
const bracket = 40
const zero = 48
const space = 32
const closingBracket = 41
const percent = 37
const dash = 45
const dot = 46
const slash = 47
const colon = 58
const underscore = 95

/** What follows may not go on with a word, a decimal, a date or a time; an extension may follow. */
function isGluedBehind(text: string, end: number): boolean {
  if (end === text.length) return false
  const unit = text.charCodeAt(end)
  if ((unit | 32) === letterX && isDigitAt(text, end + 1)) return false
  if (isWordUnitAt(text, end) || unit === underscore) return true
  if (unit === dash) {
    return isWordUnitAt(text, end + 1) && !kindOfNumber.test(text.slice(end + 1, end + 8))
  }
  return (unit === dot || unit === colon || unit === slash) && isDigitAt(text, end + 1)
}

const letterX = 120
const kindOfNumber = /^(?:Office|Fax|Home|Work|Mobile|Cell|Main|Direct)/iu

const extension = /[ ,]{0,2}(?:x|ext\.?|extension|durchwahl|poste|#) {0,2}\d{1,6}(?!\w)/iuy

function extensionEnd(text: string, end: number): number {
  extension.lastIndex = end
  const match = extension.exec(text)
  return match === null ? end : end + match[0].length
}

function confidenceOf(written: string, isAnnounced: boolean): number {
  if (isDateLike(written)) return 0
  if (written.startsWith('+')) return internationalConfidence(written)
  // an IP address, or a network of them
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(written)) return 0
  if (/^00[1-9]/u.test(written) && /^00[1-9]\d{0,2}[ .-]/u.test(written)) {
    const confidence = internationalConfidence(`+${written.slice(2)}`)
    if (confidence > 0.9) return 0.9
  }
  if (isAnnounced) return announcedConfidence(written)
  // (415) 555-0132, 415-555-0132, 1-415-555-0132: numbers for examples have areas that nobody has
  if (/^(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])\d{3}[ .-]\d{4}$/u.test(written)) return 0.8
  if (nationalForms.some(({ form, region }) => form.test(written) && isDialable(written, [region]))) return 0.75
  // 020 7946 0958, 06 12 34 56 78, 0151-23456789, (030) 901820
  return zeroNational.test(written) && isDialable(written, zeroRegions) ? 0.75 : 0
}

function internationalConfidence(written: string): number {
  if (isDialable(written, [undefined])) return 0.98
  return isPossibleNumber(written) ? 0.8 : 0
}

function announcedConfidence(written: string): number {
  if (/^[2-9]\d{2}[ .-]\d{4}$/u.test(written)) return 0.8
  if (/^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]?\d{3}[ .-]?\d{4}$/u.test(written)) return 0.85
  if (written.startsWith('00') && isDialable(`+${written.slice(2)}`, [undefined])) return 0.9
  if (isDialable(written, regions)) return 0.9
  // numbers for examples, and those of countries that are not tried: short groups, of which no count is written
  return /^\(?\d{2,4}\)?(?:[ .-]\d{2,4}){1,4}$/u.test(written) ? 0.6 : 0
}

/** Where people write their numbers without the country: where a number is tried that a word announces. */
const regions = 'US GB DE FR ES IT NL BE CH AT PL SE DK NO FI IE PT IN AU BR JP CN KR MX ZA TR RU'.split(' ')

/** Countries whose national numbers begin with `0` and are written in groups. */
const zeroRegions = 'GB FR DE NL BE CH AT SE IE AU JP ZA IN KR'.split(' ')

const zeroNational =
  /^(?:\(0[1-9]\d{0,4}\) ?\d{3,8}|\(0[1-9]\d{0,3}\) ?\d{2,4}[ -]\d{2,4}|0[1-9]\d{0,3}[ /-]\d{2,8}(?:([ -])\d{2,4}(?:\1\d{2,4}){0,3})?|0[1-9](?:\.\d{2}){4})$/u

/** Ways of writing that one country alone has. */
const nationalForms = [
  { form: /^\(\d{2}\) ?9?\d{4}-\d{4}$/u, region: 'BR' },
  { form: /^[679]\d{2} \d{2} \d{2} \d{2}$/u, region: 'ES' },
  { form: /^1[3-9]\d[ -]\d{4}[ -]\d{4}$/u, region: 'CN' },
  { form: /^8[ -]?\(?9\d{2}\)?[ -]\d{3}-\d{2}-\d{2}$/u, region: 'RU' },
] as const

/** A date somewhere in it. */
function isDateLike(written: string): boolean {
  return /(?:^|\D)(?:(?:19|20)\d\d[-./ ](?:0[1-9]|1[0-2])[-./ ][0-3]\d|[0-3]\d[-./](?:0[1-9]|1[0-2])[-./](?:19|20)\d\d)(?:\D|$)/u.test(
    written,
  )
}
