import { numberAt } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'
import { isShortBirthDate } from './birth-date.ts'

// not given out: 00, 17 to 20, 69, 70, 73, 80, 81, 94 to 97
const places = '(?:0[1-9]|1[0-6]|2[1-9]|[345]\\d|6[0-8]|7[124-9]|8[2-9]|9[0-389])'

export const myRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'my_nric',
    type: 'national_id',
    title: 'Number of the MyKad (NRIC)',
    country: 'MY',
    source: 'Jabatan Pendaftaran Negara: day of birth, code of the state or the country of birth, and a serial',
    lengths: [12],
    alphabet: 'digits',
    shape: new RegExp(`^\\d{6}(?:${places}\\d{4}|-${places}-\\d{4}| ${places} \\d{4})$`, 'u'),
    check: (number) => isShortBirthDate(numberAt(number, 0, 2), numberAt(number, 2, 4), numberAt(number, 4, 6)),
    bare: /-/u,
    words: [...personNumberWords, 'mykad', 'my kad', 'nric', 'ic no', 'ic number', 'kad pengenalan', 'no kp'],
  },
]
