import type { FieldRule } from '../rule.ts'
import { readSecretValue } from './secret-value.ts'
import { isAlphanumericAt } from './unit-sets.ts'

const longestName = 40
const space = 32
const dash = 45

/** What follows a flag of a command with a telling name: `--password …`; with `=` between, it is any other field. */
export const commandFlag: FieldRule = {
  kind: 'field',
  name: 'command_flag',
  type: 'secret',
  title: 'Password or token behind the flag of a command',
  source: 'https://www.gnu.org/software/libc/manual/html_node/Argument-Syntax.html',
  names: [
    'password',
    'passwd',
    'passphrase',
    'passcode',
    'pass',
    'pwd',
    'secret',
    'token',
    'api key',
    'access key',
    'secret key',
    'private key',
    'account key',
    'auth key',
    'encryption key',
    'signing key',
    'credential',
    'otp',
    'pin',
  ],
  loose: true,
  confidence: 0.9,
  read(text, { start, quote }) {
    const nameEnd = start - quote.length - 1
    // the next flag: this one has no value
    if (text.charCodeAt(nameEnd) !== space || (quote === '' && text.charCodeAt(start) === dash)) return undefined
    return isFlagBefore(text, nameEnd) ? readSecretValue(text, { start, quote, isSure: true }) : undefined
  },
}

function isFlagBefore(text: string, end: number): boolean {
  let start = end
  while (end - start < longestName && isNameUnitAt(text, start - 1)) start--
  const isFlag = text.charCodeAt(start) === dash && text.charCodeAt(start + 1) === dash
  return isFlag && isAlphanumericAt(text, start + 2) && !isAlphanumericAt(text, start - 1)
}

function isNameUnitAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return isAlphanumericAt(text, index) || unit === dash || unit === 95
}
