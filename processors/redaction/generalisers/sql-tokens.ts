/** A piece of a SQL statement; of a literal nothing but a `?` is left. */
export interface SqlToken {
  readonly text: string
  readonly isWord: boolean
  /** White space, or a comment, stood before it. */
  readonly spaced: boolean
}

/**
 * Cuts a SQL statement into words, operators and literals, in one pass. Literals come out as `?`, comments not at all.
 *
 * @returns `undefined` where a quote is not closed, or where dialects disagree about its end (`\'` ends a string in
 *   standard SQL, and does not in MySQL)
 */
export function sqlTokens(text: string): readonly SqlToken[] | undefined {
  const tokens: SqlToken[] = []
  let position = 0
  let spaced = false
  while (position < text.length) {
    const skipped = skipSpace(text, position)
    if (skipped === undefined) return undefined
    if (skipped > position) {
      spaced = true
      position = skipped
      continue
    }
    const token = readToken(text, position)
    if (token === undefined) return undefined
    tokens.push({ text: token.text, isWord: token.isWord, spaced })
    position = token.end
    spaced = false
  }
  return tokens
}

/** The end of white space or of a comment that begins at `position`; `undefined` for a comment that is not closed. */
function skipSpace(text: string, position: number): number | undefined {
  const unit = text.charAt(position)
  const next = text.charAt(position + 1)
  if (/\s/u.test(unit)) return position + 1
  // `#>` and `#-` are operators of PostgreSQL; any other `#` begins a comment in MySQL
  if ((unit === '-' && next === '-') || (unit === '#' && next !== '>' && next !== '-')) {
    const end = text.indexOf('\n', position)
    return end === -1 ? text.length : end + 1
  }
  if (unit !== '/' || next !== '*') return position
  return blockCommentEnd(text, position + 2)
}

/** PostgreSQL nests comments and MySQL does not: after the outer end of a nested one, both agree only where none is nested. */
function blockCommentEnd(text: string, from: number): number | undefined {
  const end = text.indexOf('*/', from)
  if (end === -1) return undefined
  const nested = text.indexOf('/*', from)
  return nested !== -1 && nested < end ? undefined : end + 2
}

interface Read {
  readonly text: string
  readonly isWord: boolean
  readonly end: number
}

function readToken(text: string, position: number): Read | undefined {
  const unit = text.charAt(position)
  if (unit === "'" || unit === '"') return literal(quoteEnd(text, position, unit))
  if (unit === '`') return quotedName(text, position, '`')
  if (unit === '$') return dollar(text, position)
  if (/[0-9]/u.test(unit) || (unit === '.' && /[0-9]/u.test(text.charAt(position + 1)))) {
    return literal(runEnd(text, position, /[\w.]/u))
  }
  if (/[A-Za-z_]/u.test(unit)) return word(text, position)
  // `:name`, `@name`: the name of a parameter is the program's
  if ((unit === ':' || unit === '@') && /[A-Za-z_@]/u.test(text.charAt(position + 1))) {
    const end = runEnd(text, position + 1, /[\w@$]/u)
    return { text: text.slice(position, end), isWord: false, end }
  }
  if (/[\u0080-\uffff]/u.test(unit)) return literal(runEnd(text, position, /[\w\u0080-\uffff]/u))
  return { text: unit, isWord: false, end: position + 1 }
}

function literal(end: number | undefined): Read | undefined {
  return end === undefined ? undefined : { text: '?', isWord: false, end }
}

/** A word, or a literal that a prefix begins: `E'…'`, `N'…'`, `X'…'`, `U&'…'`, `_utf8'…'`. */
function word(text: string, position: number): Read | undefined {
  const end = runEnd(text, position, /[\w$\u0080-\uffff]/u)
  const name = text.slice(position, end)
  const quote = text.startsWith("&'", end) || text.startsWith('&"', end) ? end + 1 : end
  const isPrefix = /^(?:[eEnNxXbBrRqQ]|[uU]|_[a-z0-9]{2,10})$/u.test(name)
  if (isPrefix && (text.charAt(quote) === "'" || (quote > end && text.charAt(quote) === '"'))) {
    // Oracle's q'[…]' ends by its own rule
    return /[qQ]/u.test(name) ? undefined : literal(quoteEnd(text, quote, text.charAt(quote)))
  }
  // no identifier: words of other alphabets, and those that are mostly a number
  const isIdentifier = /^[\w$]+$/u.test(name) && name.length <= 64 && !/[0-9]{5}/u.test(name)
  return isIdentifier ? { text: name, isWord: true, end } : literal(end)
}

function quotedName(text: string, position: number, quote: string): Read | undefined {
  const end = quoteEnd(text, position, quote)
  if (end === undefined) return undefined
  const name = text.slice(position + 1, end - 1)
  return /^[A-Za-z_][\w$]{0,63}$/u.test(name) && !/[0-9]{5}/u.test(name)
    ? { text: text.slice(position, end), isWord: false, end }
    : literal(end)
}

/** `$1` is a parameter; `$tag$ … $tag$` is a string. */
function dollar(text: string, position: number): Read | undefined {
  const parameter = runEnd(text, position + 1, /[0-9]/u)
  if (parameter > position + 1) return { text: text.slice(position, parameter), isWord: false, end: parameter }
  const tagEnd = runEnd(text, position + 1, /[\w\u0080-\uffff]/u)
  if (text.charAt(tagEnd) !== '$') return { text: '$', isWord: false, end: position + 1 }
  const tag = text.slice(position, tagEnd + 1)
  const close = text.indexOf(tag, tagEnd + 1)
  return literal(close === -1 ? undefined : close + tag.length)
}

function quoteEnd(text: string, position: number, quote: string): number | undefined {
  let end = text.indexOf(quote, position + 1)
  while (end !== -1) {
    if (text.charAt(end - 1) === '\\' && end - 1 > position) return undefined
    if (text.charAt(end + 1) !== quote) return end + 1
    end = text.indexOf(quote, end + 2)
  }
  return undefined
}

function runEnd(text: string, from: number, unit: RegExp): number {
  let end = from
  while (end < text.length && unit.test(text.charAt(end))) end++
  return end
}
