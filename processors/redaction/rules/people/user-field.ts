import type { FieldRule } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { isServiceAccount } from './service-accounts.ts'

/** Names of accounts that look like those of people: `user=ada`, `"login": "ada.lovelace"`. Not accounts of services. */
export const userField: FieldRule = {
  kind: 'field',
  name: 'person_user_field',
  type: 'person',
  title: 'Value of a field for the account name of a person',
  source: 'https://opentelemetry.io/docs/specs/semconv/registry/attributes/user/',
  confidence: 0.8,
  loose: true,
  names: [
    'user',
    'username',
    'user name',
    'login',
    'login name',
    'logon name',
    'benutzername',
    'nom d utilisateur',
    'usuario',
  ],
  read(text, { start, quote, isSure }) {
    // `username = entry`: an assignment in code
    if (isSure && quote === '' && text.charAt(start - 1) === ' ') return undefined
    const account = accountName.exec(text.slice(start, start + 48))?.[0]
    if (account === undefined || isServiceAccount(account) || isPseudonym(account)) return undefined
    if (ofService.test(text.slice(Math.max(0, start - 40), start))) return undefined
    const end = start + account.length
    if (!isSure) return isOfPerson(account) && isWhole(text, end) ? { start, end } : undefined
    return quote === '' || text.startsWith(quote, end) ? { start, end } : readFullName(text, start, quote)
  },
}

/** `db.user=`, `SMTP_USERNAME=`: by whom a program is known to another one. */
const ofService =
  /(?:db|database|sql|pg|postgres|mongo|redis|mq|rabbit|kafka|smtp|imap|ftp|proxy|ldap|os|run|service|system|docker|registry|git|ssh|ansible|remote|effective|real|target)[\s._-]?(?:user(?:[\s._-]?name)?|login)["']?\W{1,6}$/iu

/** Up to four digits, as in `ada1815`; what has more is a number that programs gave. */
const accountName = /^\p{L}(?:[\p{L}\p{M}._'’-]){1,38}(?:\d{1,4})?(?![\p{L}\p{N}@:/\\(_]|\.\p{L})/u

/** `john.doe`, `jdoe42`, `john`: behind `user` and a blank or a colon any word may stand. */
function isOfPerson(account: string): boolean {
  return /^\p{Ll}{1,20}\.\p{Ll}{2,20}\d{0,4}$|^\p{Ll}{3,20}\d{1,4}$/u.test(account) || isGivenName(account)
}

/** Nothing follows, or what only people do. */
function isWhole(text: string, end: number): boolean {
  return /^(?:["']?(?:[,;)\]}\n]|$)| (?:has )?(?:logged|signed|authenticated|registered) )/u.test(
    text.slice(end, end + 24),
  )
}

/** What redaction itself puts there, and hashes: nobody's name has no vowel. */
function isPseudonym(account: string): boolean {
  return /^ps\d_/u.test(account) || (/^[a-z-]{3,}\d*$/u.test(account) && !/[aeiouy]/u.test(account))
}

/** `"user": "Ada Lovelace"`. */
function readFullName(text: string, start: number, quote: string): { start: number; end: number } | undefined {
  const length = text.slice(start, start + 61).indexOf(quote)
  if (length === -1) return undefined
  const name = text.slice(start, start + length)
  const isName = /^\p{Lu}[\p{L}\p{M}'’.-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,30}){1,3}$/u.test(name)
  return isName && !name.split(' ').some(isServiceAccount) ? { start, end: start + length } : undefined
}
