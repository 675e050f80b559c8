/** A pattern or text as the Collector's configuration holds it: there, `$` begins a reference to the environment. */
export function withoutReferences(text: string): string {
  return text.replaceAll('$', '$$$$')
}

/**
 * A text as a literal in a statement of OTTL, the Collector's transformation language, in the configuration.
 *
 * @example quote('a"b') // '"a\\"b"'
 */
export function quote(text: string): string {
  // what JSON escapes, Go's strconv.Unquote understands
  return withoutReferences(JSON.stringify(text))
}

/** A regular expression in RE2 syntax that matches `text` and nothing else, to be put into a greater one. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}

/** A regular expression that must match the whole of a text. `\A` and `\z`, as `$` has a meaning of its own here. */
export function whole(pattern: string): string {
  return `\\A(?:${pattern})\\z`
}

/** A reference to the environment, with a value for where the variable is not set. */
export function environment(name: string, otherwise?: string): string {
  return otherwise === undefined
    ? `\${env:PRIVITY_COLLECTOR_${name}}`
    : `\${env:PRIVITY_COLLECTOR_${name}:-${otherwise}}`
}
