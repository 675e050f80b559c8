import type { AnchorRule } from '../rule.ts'
import { isWordOfPrograms } from './words-of-programs.ts'

/** Two streets that meet: `the corner of 5th Ave and Main St`, `corner of Musterweg 3 and Oak Lane`. */
export const streetCorner: AnchorRule = {
  kind: 'anchor',
  name: 'address_corner',
  type: 'address',
  title: 'Corner of two streets',
  source: 'https://www.fgdc.gov/standards/projects/address-data (intersection address)',
  anchors: ['corner of ', 'intersection of ', 'ecke von ', 'esquina de ', 'angle de '],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.8,
  find(text, _start, end) {
    const corner = streets.exec(text.slice(end, end + 128))?.[0].replace(danglingWord, '')
    return corner?.split(' ').some(isName) === true ? { start: end, end: end + corner.length } : undefined
  },
}

/** A name, and no `X` of `corner of X and Y`. */
function isName(word: string): boolean {
  return word.length > 1 && !/^[0-9]{1,5}$|^\p{Ll}/u.test(word) && !isWordOfPrograms(word)
}

const connecting = 'de|la|le|du|del|do|da|di|of|van|der'
const danglingWord = new RegExp(` (?:${connecting})$`, 'u')
const word = String.raw`(?:\p{Lu}\p{L}{0,2}\.|\p{Lu}[\p{L}\p{M}'’-]{0,24}|[0-9]{1,5}(?:[A-Za-z]|st|nd|rd|th)?|str\.|ul\.|u\.|${connecting}|str|st|utca|tér|ulica|street|road|avenue|drive|lane)`
const street = `${word}(?: ${word}){0,6}`
const streets = new RegExp(`^${street} (?:and|&|und|et|y|e) ${street}(?![\\p{L}\\p{N}_])`, 'u')
