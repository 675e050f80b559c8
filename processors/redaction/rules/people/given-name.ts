import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { givenNames } from './given-names.ts'
import { readName } from './read-name.ts'
import { isThing } from './things.ts'

/** Full names in free text that begin with a frequent given name: `Ada Lovelace called`. Never a given name alone. */
export const givenName: AnchorRule = {
  kind: 'anchor',
  name: 'person_given_name',
  type: 'person',
  title: 'Full name that begins with a frequent given name',
  source:
    'https://www.ssa.gov/oact/babynames/; https://www.insee.fr/fr/statistiques/7633685; https://www.ine.es/tnombres/',
  anchors: givenNames,
  caseSensitive: true,
  atWordStart: true,
  confidence: 0.7,
  find(text, start, end) {
    const joint = text.charAt(end)
    if ((joint !== ' ' && joint !== '-') || /[\p{L}\p{N}_.@#$/\\:-]$/u.test(text.slice(Math.max(0, start - 1), start)))
      return undefined
    const nameEnd = readName(text, start)
    if (nameEnd === undefined || isWordUnitAt(text, nameEnd)) return undefined
    const words = text.slice(start, nameEnd).split(/[ \u00a0]/u)
    const surname = words.at(-1) ?? ''
    if (words.length < 2 || surname.length < 2 || words.slice(1).some((word) => isThing(word) || isAcronym(word)))
      return undefined
    return isPartOfThing(text, start, nameEnd) ? undefined : { start, end: nameEnd }
  },
}

/** `Adam API`, `Ian XML`. */
function isAcronym(word: string): boolean {
  return word.length > 1 && !word.includes('.') && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** `Saint Paul Minnesota`, `Apache Karaf …`, `Martin Luther King Hospital`, `12 George Washington Street`. */
function isPartOfThing(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (
    /(?:\d[A-Za-z]?|\b(?:Saint|St\.?|San|Santa|Port|Lake|Fort|Mount|Mt\.?|Apache|Eclipse|Spring|Project|Operation|Hurricane|Storm|Camp|Cape)) $/u.test(
      before,
    )
  ) {
    return true
  }
  const behind = /^ (\p{Lu}[\p{L}\p{M}]{1,24})/u.exec(text.slice(end, end + 28))?.[1]
  return behind !== undefined && isThing(behind)
}
