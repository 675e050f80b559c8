import { isDigitAt, isLetterAt } from '../../scan/unit-kinds.ts'
import { isBirthDate, isShortBirthDate } from '../national/birth-date.ts'
import type { FieldRule, Span } from '../rule.ts'

/** The day on which somebody was born, where a field or a sentence says so: `dob: 1981-03-12`, `geboren am 12. März 1981`. */
export const dateOfBirth: FieldRule = {
  kind: 'field',
  name: 'date_of_birth',
  type: 'date_of_birth',
  title: 'Date of birth behind a word for it',
  source: 'ISO 8601-1; Unicode CLDR, dates of the Gregorian calendar',
  confidence: 0.95,
  loose: true,
  names: [
    ...['dob', 'd o b', 'd.o.b.', 'date of birth', 'birth date', 'birthdate', 'birth day', 'bday', 'born', 'born on'],
    ...[
      'birthdate on',
      'date birth',
      'geboren',
      'geboren am',
      'geb',
      'geb.',
      'geb am',
      'geb. am',
      'geburtsdatum',
      'geburtstag',
    ],
    ...[
      'date de naissance',
      'fecha nac',
      'fecha nac.',
      'naci el',
      'nasceu em',
      'nasci em',
      'urodzilem sie',
      'urodzilam sie',
      'ne le',
      'nee le',
      'naissance',
      'fecha de nacimiento',
      'fecha nacimiento',
    ],
    ...[
      'nacido el',
      'nacida el',
      'nacido',
      'nacida',
      'data di nascita',
      'nato il',
      'nata il',
      'nato/a il',
      'nato a il',
    ],
    ...[
      'data de nascimento',
      'nascimento',
      'nascido em',
      'nascida em',
      'geboortedatum',
      'geboren op',
      'data urodzenia',
    ],
    ...['urodzony', 'urodzona', 'ur.', 'fodelsedatum', 'fodd', 'fodselsdato', 'fodt', 'fodselsdag', 'syntymaaika'],
    ...['datum narozeni', 'narozen', 'datum narodenia', 'datum rodjenja', 'datum rodenja', 'datum rojstva'],
    ...['szuletesi datum', 'szuletett', 'data nasterii', 'dogum tarihi'],
  ],
  read(text, { start }) {
    const from = isDigitAt(text, start) ? start : behindLinkWords(text, start)
    const length = dateLength(text, from)
    return length === undefined ? undefined : ({ start: from, end: from + length } satisfies Span)
  },
}

function behindLinkWords(text: string, start: number): number {
  return start + (linkWord.exec(text.slice(start, start + 16))?.[0].length ?? 0)
}

/** `born on the 12th`, `born: on`, `DOB (dd/mm/yyyy): 12/03/1981`. */
const linkWord = /^(?:\([^()\n]{1,14}\))?[: ]{0,3}(?:(?:on|the|am|den|dem|el|le|il|em|op|d\.) ){0,2}/iu

/** ISO and its like, also without separators and with a time. */
const yearFirst =
  /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\p{L}\p{N}]|[-/]\d)/u
const yearLast = /^(\d{1,2})([-/.]|\. )(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\p{N}]|[-/.]\d)/u
const cjk = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/u

const maxLength = 40

/** The digits that a date begins with say how it goes on: most of what stands here is no date. */
function dateLength(text: string, start: number): number | undefined {
  let end = start
  while (end - start < maxLength && isDigitAt(text, end)) end++
  const digits = end - start
  if (digits === 0 && !isLetterAt(text, start)) return undefined
  const written = text.slice(start, start + maxLength)
  if (digits === 0) return namedDate(reordered(monthFirst.exec(written)))
  if (digits < 3) return yearLastDate(written) ?? namedDate(dayFirst.exec(written))
  return digits === 4 || digits === 8 ? yearFirstDate(written) : undefined
}

function yearFirstDate(written: string): number | undefined {
  const first = yearFirst.exec(written)
  if (first !== null) {
    const [whole, year = '', joint, month = '', day = ''] = first
    if (joint === '' && month.length + day.length < 4) return undefined
    return isBirthDate(Number(year), Number(month), Number(day)) ? whole.length : undefined
  }
  const asian = cjk.exec(written)
  if (asian === null) return undefined
  return isBirthDate(Number(asian[1]), Number(asian[2]), Number(asian[3])) ? asian[0].length : undefined
}

function yearLastDate(written: string): number | undefined {
  const last = yearLast.exec(written)
  if (last === null) return undefined
  const [whole, one = '', , two = '', year = ''] = last
  // the day first, or the month, as in the USA
  return isBorn(year, Number(two), Number(one)) || isBorn(year, Number(one), Number(two)) ? whole.length : undefined
}

const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[ -]{0,2}(?:(?:of|de|den) )?(\p{L}{3,12})[.,]{0,2}[ -]{0,2}(?:(?:de|del|of|r\.) )?(\d{4}|['’]?\d{2})(?![\p{L}\p{N}])/u
const monthFirst =
  /^(\p{L}{3,12})\.?[ -](?:the )?(\d{1,2})(?:st|nd|rd|th)?,?[ -]{1,2}(\d{4}|['’]?\d{2})(?![\p{L}\p{N}:])/u

/** @param match all of it, the day, the name of the month, and the year */
function namedDate(match: readonly string[] | null): number | undefined {
  if (match === null) return undefined
  const [whole = '', day = '', name = '', year = ''] = match
  const month = monthOf(name)
  return month !== undefined && isBorn(year.replace(/\D/u, ''), month, Number(day)) ? whole.length : undefined
}

function reordered(match: RegExpExecArray | null): readonly string[] | null {
  if (match === null) return null
  const [whole = '', name = '', day = '', year = ''] = match
  return [whole, day, name, year]
}

function isBorn(year: string, month: number, day: number): boolean {
  const check = year.length === 2 ? isShortBirthDate : isBirthDate
  return check(Number(year), month, day)
}

/** How the names of the months begin, without accents, in the languages of the names of fields. */
const monthBeginnings: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene', 'sty', 'tammi', 'led'],
  ['feb', 'fev', 'lut', 'helmi', 'uno'],
  ['mar', 'maa', 'mrz', 'mae', 'brez'],
  ['apr', 'avr', 'abr', 'kwi', 'huhti', 'dub'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'touko', 'kvet'],
  ['jun', 'juin', 'giu', 'cze', 'kesa', 'cerven'],
  ['jul', 'juil', 'lug', 'lip', 'heina'],
  ['aug', 'aou', 'ago', 'sie', 'elo', 'srp'],
  ['sep', 'set', 'wrz', 'syys', 'zari'],
  ['oct', 'okt', 'ott', 'out', 'paz', 'loka', 'rij'],
  ['nov', 'lis', 'marras'],
  ['dec', 'dez', 'dic', 'gru', 'joulu', 'pros'],
]

function monthOf(name: string): number | undefined {
  const plain = (/^[a-z]+$/iu.test(name) ? name : name.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()
  // `marraskuu` is no March
  const index = plain.startsWith('marras')
    ? 10
    : monthBeginnings.findIndex((all) => all.some((begin) => plain.startsWith(begin)))
  return index === -1 ? undefined : index + 1
}
