import type { Words } from '../rule.ts'

const names = ["driver's", 'drivers', 'driver', 'driving'].flatMap((whose) =>
  ['license', 'licence'].flatMap((licence) => [
    `${whose} ${licence}`,
    // joined without a sign or a capital, the end of the name does not show
    ...['no', 'number', 'num', 'id'].map((number) => `${whose} ${licence} ${number}`),
  ]),
)

/** What announces a driving licence in English, which people write whatever their own language. */
export const englishLicenceWords: Words = [
  ...names,
  'license number',
  'licence number',
  'license no',
  'licence no',
  'lic no',
  'dl no',
  'dl number',
  'dl num',
  'dln',
  'driver number',
]

export const germanLicenceWords: Words = [
  'fuhrerschein',
  'fuhrerschein nr',
  'fuhrerschein nummer',
  'fuehrerschein',
  'fuehrerschein nr',
  'fuehrerschein nummer',
  'fahrerlaubnis',
]

export const frenchLicenceWords: Words = ['permis de conduire', 'numero de permis', 'no de permis']

/** What announces one in other languages. */
export const otherLicenceWords: Words = [
  'carnet de conducir',
  'permiso de conducir',
  'licencia de conducir',
  'permiso de conduccion',
  'patente di guida',
  'numero di patente',
  'numero patente',
  'patente n',
  'carta de conducao',
  'carteira de motorista',
  'cnh',
  'rijbewijs',
  'rijbewijs nummer',
  'prawo jazdy',
  'prawa jazdy',
  'korkort',
  'korkorts nummer',
  'forerkort',
  'korekort',
  'ajokortti',
  'permis de conducere',
  'ridicsky prukaz',
  'surucu belgesi',
]
