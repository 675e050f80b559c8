import type { AnchorRule } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { readName } from './read-name.ts'
import { isThing } from './things.ts'

/** Full names behind what only people are: `customer Ada Lovelace`, `assigned to Ada Lovelace`, `spoke with Ada Lovelace`. */
export const personMention: AnchorRule = {
  kind: 'anchor',
  name: 'person_mention',
  type: 'person',
  title: 'Full name behind a word for a person, or for what people do',
  source: 'https://www.unicode.org/reports/tr35/tr35-personNames.html',
  anchors: [
    ...['customer ', 'patient ', 'employee ', 'passenger ', 'applicant ', 'colleague ', 'caller ', 'cardholder '],
    ...['borrower ', 'claimant ', 'beneficiary ', 'policyholder ', 'subscriber ', 'doctor ', 'physician '],
    ...['attorney ', 'teacher ', 'student ', 'resident ', 'citizen ', 'nurse ', 'user ', 'client '],
    ...['husband ', 'wife ', 'son ', 'daughter ', 'brother ', 'sister ', 'mother ', 'father ', 'manager ', 'boss '],
    ...['assigned to ', 'signed by ', 'requested by ', 'reported by ', 'approved by ', 'written by ', 'prepared by '],
    ...['submitted by ', 'reviewed by ', 'contacted by ', 'spoke with ', 'spoke to ', 'talked to ', 'meeting with '],
    ...[
      'on behalf of ',
      'attention of ',
      'in the name of ',
      'registered to ',
      'issued to ',
      'payable to ',
      'addressed to ',
    ],
    ...['kunde ', 'kundin ', 'patientin ', 'mitarbeiter ', 'mitarbeiterin ', 'im namen von ', 'cliente ', 'paciente '],
    ...['paziente ', 'klant ', 'klient ', 'pacjent ', 'kund '],
  ],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.75,
  find(text, start, end) {
    const nameEnd = readName(text, end)
    if (nameEnd === undefined) return undefined
    const words = text.slice(end, nameEnd).split(/[ \u00a0]/u)
    const [first = ''] = words
    if (words.length < 2 || words.some(isThing) || words.every((word) => word.toUpperCase() === word)) return undefined
    // where each word has a capital, a title may stand: `Customer Portal Login`
    const isTitle = isCapitalised(text, start) && !germanNouns.test(text.slice(start, end))
    return isGivenName(first) || !isTitle ? { start: end, end: nameEnd } : undefined
  },
}

const germanNouns = /^(?:Kund|Patientin|Mitarbeiter|Im Namen)/u

function isCapitalised(text: string, start: number): boolean {
  return /^\p{Lu}/u.test(text.slice(start, start + 1))
}
