import type { CodeRule } from '../rule.ts'

/** Identities of subscribers: the code of a country, that of a network, and a number. There is no check digit. */
export const imsi: CodeRule = {
  kind: 'code',
  name: 'imsi',
  type: 'device_id',
  title: 'International Mobile Subscriber Identity (IMSI)',
  source: 'ITU-T E.212, and the list of mobile country codes in its annex; 3GPP TS 23.003, 2.2',
  lengths: [14, 15],
  alphabet: 'digits',
  shape: /^\d{14,15}$|^\d{3}[ -]\d{2,3}[ -]\d{9,10}$/u,
  check: (identity) => countryCode.test(identity),
  bare: false,
  words: ['imsi', 'imsi no', 'imsi number', 'subscriber identity', 'mobile subscriber identity'],
}

/** Those that are given out, with 001 for tests and 901 for networks of no country. */
const countryCode = new RegExp(
  `^(?:${[
    '001|901|999',
    '2(?:0[2468]|1[234689]|2[0-2568]|3[012458]|4[024678]|5[0579]|6[0268]|7[02468]|8[02-4689]|9[02-57])',
    '3(?:02|08|1[0-6]|3[0248]|4[02468]|5[02468]|6[02-68]|7[0246])',
    '4(?:0[0-24-6]|1[02-9]|2[0-24-9]|3[0-24678]|4[01]|5[024-7]|6[0167]|7[02])',
    '5(?:0[25]|1[045]|2[058]|3[0679]|4[0-9]|5[0-5])',
    '6(?:0[2-9]|[1-4][0-9]|5[0-9])',
    '7(?:0[2468]|1[0246]|2[24]|3[02468]|4[02468]|50)',
  ].join('|')})`,
  'u',
)
