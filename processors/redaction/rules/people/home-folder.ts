import type { AnchorRule } from '../rule.ts'
import { isServiceAccount } from './service-accounts.ts'

/** The account whose folder a path is in: `/home/ada/app`, `/Users/ada`, `C:\Users\Ada Lovelace\app`. */
export const homeFolder: AnchorRule = {
  kind: 'anchor',
  name: 'person_home_folder',
  type: 'person',
  title: 'Account name in the path of a home folder',
  source:
    'Filesystem Hierarchy Standard 3.0, section 3.8; https://learn.microsoft.com/windows/win32/shell/knownfolderid',
  anchors: ['/home/', 'Users', 'Documents and Settings'],
  caseSensitive: true,
  atWordStart: false,
  confidence: 0.8,
  find(text, start, end) {
    const isAlone = text.charCodeAt(start) !== 47
    const accountStart = isAlone ? behindSeparators(text, end) : end
    const folderStart = isAlone ? beforeSeparators(text, start) : start
    if (accountStart === undefined || folderStart === undefined) return undefined
    const isWindows = text.charCodeAt(accountStart - 1) === 92
    if (isWindows ? !isDrive(text, folderStart) : isInPath(text, folderStart)) return undefined
    const account = (isWindows ? windowsAccount : posixAccount).exec(text.slice(accountStart, accountStart + 64))?.[0]
    if (account === undefined || isServiceAccount(account) || isFile(account)) return undefined
    return { start: accountStart, end: accountStart + account.length }
  },
}

const posixAccount = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}(?=[/\\\s"'`),:;<>\]|&?#]|$)/u
const windowsAccount =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}._ -]{0,39}(?=\\)|[\p{L}\p{N}._-]{0,39})(?=[/\\\s"'`),:;<>\]|&?#]|$)/u

/** One, or two where a backslash is still escaped. */
function behindSeparators(text: string, end: number): number | undefined {
  const length = /^(?:\/{1,2}|\\{1,2})/u.exec(text.slice(end, end + 2))?.[0].length
  return length === undefined ? undefined : end + length
}

function beforeSeparators(text: string, start: number): number | undefined {
  const from = Math.max(0, start - 2)
  const index = /(?:\/{1,2}|\\{1,2})$/u.exec(text.slice(from, start))?.index
  return index === undefined ? undefined : from + index
}

/** `C:` before the folder. */
function isDrive(text: string, start: number): boolean {
  return /(?<![\p{L}\p{N}])[A-Za-z]:$/u.test(text.slice(Math.max(0, start - 3), start))
}

/** Of a longer path (`/var/home/…`), a host (`example.com/home/…`), or a request (`GET /home/…`). */
function isInPath(text: string, start: number): boolean {
  return /[\p{L}\p{N}._~*-]$|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|route|path|url)\W{0,3}$/u.test(
    text.slice(Math.max(0, start - 12), start),
  )
}

function isFile(account: string): boolean {
  return (
    /\.(?:html?|php|aspx?|jsp|js|css|json|png|jpe?g|svg|txt|log|conf|md)$/iu.test(account) || /^\d+$/u.test(account)
  )
}
