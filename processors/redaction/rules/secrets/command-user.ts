import type { AnchorRule } from '../rule.ts'

const maxLength = 256

/** User and password of an HTTP client on the command line: `curl -u bob:hunter2`. */
export const commandUser: AnchorRule = {
  kind: 'anchor',
  name: 'command_user',
  type: 'secret',
  title: 'User and password of a command',
  source: 'https://curl.se/docs/manpage.html#-u',
  anchors: [' -u ', ' --user ', ' --proxy-user ', ' -U '],
  caseSensitive: true,
  atWordStart: false,
  confidence: 0.95,
  find(text, start, end) {
    if (!/\b(?:curl|https?|wget|xh)\b/u.test(text.slice(Math.max(0, start - maxLength), start))) return undefined
    credentials.lastIndex = end
    const match = credentials.exec(text)
    if (match === null) return undefined
    const [whole, quote = ''] = match
    // a variable of the shell holds it
    if (whole.startsWith('$', quote.length)) return undefined
    return { start: end + quote.length, end: end + whole.length - quote.length }
  },
}

const credentials = /(["'])[^"'\s:]{0,80}:[^"'\n]{1,200}\1|()[^\s"':;|&$]{1,80}:[^\s"'$]{1,200}/uy
