/**
 * A span, event, metric or scope name, reduced to what looks like code.
 *
 * Names are meant to be constants of the program ("the span name should be of low cardinality", OpenTelemetry
 * specification), but nobody enforces it: `order of bob@example.com` is a name, too. What is not a word of a program
 * (numbers, ids, addresses, prose in capitals) becomes `{id}`; past eight words the rest is cut.
 *
 * @returns a name that is never empty
 * @example codeName('GET /tickets/4711') // 'GET /tickets/{id}'
 * @example codeName('SELECT helpdesk tickets') // 'SELECT helpdesk tickets'
 */
export function codeName(text: string): string {
  const known = codeNames.get(text)
  if (known !== undefined) return known
  const name = reduce(text.length > maxLength ? text.slice(0, maxLength) : text)
  if (codeNames.size >= maxCached) codeNames.clear()
  if (text.length <= maxLength) codeNames.set(text, name)
  return name
}

const maxLength = 256
const maxWords = 8
const maxWordLength = 64
const maxCached = 4096
const codeNames = new Map<string, string>()

function reduce(text: string): string {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  const properNames = properNameRuns(words)
  const kept = words.slice(0, maxWords).map((word, index) => (properNames.has(index) ? '{id}' : reduceWord(word)))
  return kept.length === 0 ? '{id}' : kept.join(' ')
}

/** Paths and dotted or colon-separated names are judged part by part. */
function reduceWord(word: string): string {
  // the path of a URL is no template: any word in it may be somebody's
  if (word.includes('://')) return '{url}'
  return word
    .split(/([/:.])/u)
    .map((part) => (isCodeWord(part) ? part : '{id}'))
    .join('')
}

function isCodeWord(part: string): boolean {
  if (part === '') return true
  if (part.length > maxWordLength) return false
  // letters of any script would let names through that no rule below can tell apart
  if (!/^[\w$@<>*{}()[\]\-#,+=|&!~^?/:.]+$/u.test(part)) return false
  if (part.includes('@') && !part.startsWith('@')) return false
  // v1, s3, http2, sha256, utf8: digits after letters, at most three; anything with more may count somebody
  const digits = part.replace(/[^0-9]/gu, '')
  return digits === '' || (digits.length <= 3 && /^[A-Za-z_$@]+[0-9]{1,3}[A-Za-z]{0,3}$/u.test(part))
}

/** `Ada Lovelace`: two or more capitalised words in a row are a person's name rather than a program's word. */
function properNameRuns(words: readonly string[]): Set<number> {
  const runs = new Set<number>()
  for (let index = 1; index < words.length; index++) {
    if (isCapitalised(words[index - 1]) && isCapitalised(words[index])) runs.add(index - 1).add(index)
  }
  return runs
}

function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^[A-Z][a-z]{1,30}[,.;:]?$/u.test(word)
}
