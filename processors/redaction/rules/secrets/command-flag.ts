import type { AnchorRule } from '../rule.ts'
import { readSecretValue } from './secret-value.ts'
import { isAlphanumericAt } from './unit-sets.ts'

const longestName = 38

/** What follows a flag of a command with a telling name: `--password …`; with `=` between, it is a field. */
export const commandFlag: AnchorRule = {
  kind: 'anchor',
  name: 'command_flag',
  type: 'secret',
  title: 'Password or token behind the flag of a command',
  source: 'https://www.gnu.org/software/libc/manual/html_node/Argument-Syntax.html',
  anchors: ['--'],
  caseSensitive: true,
  atWordStart: true,
  confidence: 0.9,
  find(text, start, end) {
    if (!isAlphanumericAt(text, end) || text.charCodeAt(start - 1) === dash) return undefined
    let nameEnd = end
    while (nameEnd - end < longestName && isNameUnitAt(text, nameEnd)) nameEnd++
    if (text.charCodeAt(nameEnd) !== space || !secretFlag.test(text.slice(end, nameEnd))) return undefined
    const quote = /^["'`]/u.exec(text.charAt(nameEnd + 1))?.[0] ?? ''
    const value = nameEnd + 1 + quote.length
    // the next flag: this one has no value
    if (quote === '' && text.charCodeAt(value) === dash) return undefined
    return readSecretValue(text, { start: value, quote, isSure: true })
  },
}

const space = 32
const dash = 45

const secretFlag =
  /(?:^|[-_])(?:password|passwd|pwd|pass|passphrase|passcode|secret|token|api[-_]?key|(?:access|secret|private|account|auth|encryption|signing)[-_]?key|credentials?|otp|pin)$/iu

function isNameUnitAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return isAlphanumericAt(text, index) || unit === dash || unit === 95
}
