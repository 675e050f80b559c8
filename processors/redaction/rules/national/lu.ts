import { numberAt, passesLuhn, passesVerhoeff } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const luRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'lu_matricule',
    type: 'national_id',
    title: 'Numéro d’identification national (matricule)',
    country: 'LU',
    source: 'Règlement grand-ducal du 28 novembre 2013: numéro d’identification, Luhn and Verhoeff',
    lengths: [13],
    alphabet: 'digits',
    shape: /^(?:19|20)\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{2}$/u,
    check: isMatricule,
    // a whole date and two checks: one in two hundred thousand of its length; times in milliseconds begin with 1[67]
    bare: true,
    words: [...personNumberWords, 'matricule', 'numero d identification', 'numero matricule', 'cns'],
  },
  vatNumber({
    country: 'LU',
    title: 'Numéro de TVA',
    source: 'Administration de l’enregistrement: numéro TVA; European Commission, VIES: Luxembourg',
    written: '\\d{3} ?\\d{3} ?\\d{2}',
    lengths: [8],
    check: (number) => numberAt(number, 0, 6) % 89 === numberAt(number, 6, 8) && numberAt(number, 0, 6) > 0,
    words: ['tva', 'numero tva'],
  }),
]

/** Luhn's digit over the first eleven, and Verhoeff's over the same. */
function isMatricule(number: string): boolean {
  const body = number.slice(0, 11)
  return (
    isBirthDate(numberAt(number, 0, 4), numberAt(number, 4, 6), numberAt(number, 6, 8)) &&
    passesLuhn(`${body}${number.charAt(11)}`) &&
    passesVerhoeff(`${body}${number.charAt(12)}`)
  )
}
