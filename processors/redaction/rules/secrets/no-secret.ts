/**
 * Does this stand for a value, or say something about it?
 *
 * @param isQuoted whether a sentence may stand there
 */
export function isNoSecret(value: string, isQuoted: boolean): boolean {
  if (value.length > 200) return false
  if (placeholders.test(value) || references.test(value)) return true
  return isQuoted && /^[A-Z]?[a-z]+ /u.test(value) && messages.test(value)
}

const placeholders =
  /^(?:null|undefined|none|nil|nan|n\/a|true|false|yes|no|empty|missing|invalid|incorrect|required|expired|wrong|failed|mismatch|reset|changed|updated|rejected|accepted|revoked|redacted|removed|filtered|masked|hidden|unset|unknown|optional|enabled|disabled|ok|string|str|text|char|varchar|number|int|integer|bool|boolean|object|any|password|passwd|token|secret|api[_-]?key|changeme|bearer|basic|[*•x.#_-]{2,64}|\[[\w: ]{0,64}\]|\$\{?\w{1,64}\}?|\{{1,2}[\w .]{0,64}\}{0,2}|<[\w -]{0,64}>?|%\w|%\w{1,64}%|![A-Z][a-z]{1,16}|:\w{1,64}|[^A-Za-z0-9])$/iu

/** Where the value is kept, instead of the value; and values that somebody has covered already. */
const references =
  /^(?:(?:process\.env|import\.meta\.env|os\.environ|env|secrets|vars|config|settings|request|req|ctx|this|self)[.[]|vault:|arn:aws:secretsmanager:|your[-_ ])|\*{3}/iu

/** What forms and validators say of a password. */
const messages =
  /\b(?:must|should|shall|cannot|can't|is|isn't|was|required|invalid|incorrect|characters|please|enter|too|not|does|muss|darf|ist|doit|debe)\b/iu

/** `token=Token{41f0 …}`, `secret=SecretKey@1b2c3d`: how Java prints an object. */
export function isPrintedObject(text: string, value: string, end: number): boolean {
  if (text.charCodeAt(end) !== 123 && !value.includes('@')) return false
  return /^(?:[A-Za-z]\w{0,64}\.){0,16}[A-Z][A-Za-z]{0,64}(?:@[0-9a-f]{1,8})?$/u.test(value)
}

/** Only letters, and the sentence goes on, or could end like that: `password: must not be empty`, `token is expired`. */
export function isProse(text: string, value: string, end: number): boolean {
  if (/^\d{1,3}$/u.test(value)) return true
  if (!/^[A-Za-z]?[a-z'-]{0,40}$/u.test(value)) return false
  if (value.length < 4 || /^[ \t]{1,4}[A-Za-z]/u.test(text.slice(end, end + 6))) return true
  return /(?:ed|ing|able|ible|ly)$/u.test(value) || commonWords.has(value.toLowerCase())
}

const commonWords = new Set(
  `must should cannot does not been being that this with from have valid about sent used given known correct weak strong
  short long present absent available active inactive stale late here there below above once only same different public
  private secret random plain plaintext base64 mandatory protected kept lost found set okay fine good wrong bad broken
  falsch ungültig abgelaufen erforderlich leer richtig gesperrt invalide expiré requis incorrecto obligatorio caducado
  scaduto verlopen vereist`.split(/\s+/u),
)
