import type { Words } from '../rule.ts'

const names = [
  'passport',
  'reise pass',
  'passeport',
  'pasaporte',
  'passaporto',
  'passaporte',
  'paspoort',
  'paszport',
  'paszportu',
  'pasaport',
  'pasaportul',
  'pasport',
  'paspor',
  'cestovni pas',
  'cestovny pas',
  'utlevel',
  'putovnica',
  'putovnice',
  'pasos',
  'pasosa',
  'diavatirio',
  'zagran pasport',
  'ho chieu',
  'travel document',
]
const numbers = ['no', 'nr', 'num', 'number', 'nummer', 'numero', 'id']

/** What announces the number of a passport, in the languages that are written in Latin letters. */
export const passportWords: Words = [
  ...names,
  // joined without a sign or a capital, the end of the name does not show
  ...names.slice(0, 7).flatMap((name) => numbers.map((number) => `${name} ${number}`)),
  'travel document no',
  'travel document number',
  'pas nummer',
  'pass nummer',
  'passi numero',
  'passin numero',
  'utlevel szam',
]
