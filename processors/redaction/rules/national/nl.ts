import { isOneDigitOnly, remainder, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

export const nlRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'nl_bsn',
    type: 'national_id',
    title: 'Burgerservicenummer (BSN)',
    country: 'NL',
    source: 'Rijksdienst voor Identiteitsgegevens, Logisch Ontwerp BSN: elfproef',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{9}$|^\d{4}[. -]\d{2}[. -]\d{3}$|^\d{3}[. -]\d{3}[. -]\d{3}$/u,
    check: passesElevenTest,
    bare: false,
    words: [...personNumberWords, 'bsn', 'bsn nr', 'burger service nummer', 'sofi', 'sofi nummer', 'persoonsnummer'],
  },
  vatNumber({
    country: 'NL',
    title: 'Btw-identificatienummer',
    source: 'Belastingdienst: btw-identificatienummer; European Commission, VIES: the Netherlands',
    written: '\\d{9}[ .]?B[ .]?\\d{2}|\\d{4}\\.\\d{2}\\.\\d{3}\\.?B\\.?\\d{2}',
    lengths: [12],
    check: (number) => passesElevenTest(number.slice(0, 9)) || passesModulus97(`NL${number}`),
    words: ['btw', 'btw id', 'btw nr', 'btw nummer', 'omzetbelasting'],
  }),
]

function passesElevenTest(number: string): boolean {
  return weightedSum(number, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !isOneDigitOnly(number)
}

/** Numbers of sole traders from 2020 on: ISO 7064 MOD 97,10, letters as 10 to 35, without moving the prefix. */
function passesModulus97(number: string): boolean {
  return (
    remainder(
      number.replace(/[A-Z]/gu, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  )
}
