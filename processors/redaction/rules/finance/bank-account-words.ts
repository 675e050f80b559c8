import type { Words } from '../rule.ts'

const english = ['account', 'acct', 'bank account'].flatMap((account) =>
  ['no', 'nr', 'num', 'number'].map((number) => `${account} ${number}`),
)

/** What announces the number of a bank account. An `account` alone may be that of a user, of a tenant, or of a cloud. */
export const bankAccountWords: Words = [
  ...english,
  'bank account',
  'bank acct',
  'a/c',
  'a/c no',
  'checking account',
  'chequing account',
  'savings account',
  'current account',
  'deposit account',
  'beneficiary account',
  'bban',
  'nuban',
  'konto nr',
  'konto nummer',
  'bank konto',
  'kto nr',
  'bankverbindung',
  'numero de compte',
  'compte bancaire',
  'numero de cuenta',
  'cuenta bancaria',
  'numero di conto',
  'conto corrente',
  'conta corrente',
  'conta bancaria',
  'numero da conta',
  'rekening nummer',
  'bankrekening',
  'numer konta',
  'numer rachunku',
]
