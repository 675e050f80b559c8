/** Headers as Node, as `fetch`, or the `navigator` of a browser, has them. */
export type GpcSource =
  | { get(name: string): string | null | undefined }
  | { readonly globalPrivacyControl?: unknown }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Whether the person's browser sends Global Privacy Control.
 *
 * Only a field value of exactly `1` counts, and of `navigator.globalPrivacyControl` only `true`. Where a header came
 * more than once, one such value is enough.
 *
 * @returns `false` where there is no signal. That is no consent: it says nothing.
 * @see https://www.w3.org/TR/gpc/ (the Sec-GPC header field)
 * @example readGpc({ 'sec-gpc': '1' }) // true
 */
export function readGpc(source: GpcSource): boolean {
  try {
    if ('globalPrivacyControl' in source && source.globalPrivacyControl === true) return true
    return fieldValues(source).some((value) => value === '1')
  } catch {
    // somebody else's object, which may throw when it is read: then there is no signal
    return false
  }
}

function fieldValues(source: GpcSource): string[] {
  const field = 'get' in source && typeof source.get === 'function' ? source.get('sec-gpc') : ownHeader(source)
  const fields: unknown[] = Array.isArray(field) ? field : [field]
  // Node and fetch join what came more than once with commas; white space around a value is none of it (RFC 9110, 5.5)
  return fields
    .flatMap((text) => (typeof text === 'string' ? text.split(',') : []))
    .map((value) => value.replace(/^[ \t]+|[ \t]+$/g, ''))
}

function ownHeader(source: object): unknown {
  const name = Object.keys(source).find((key) => key.toLowerCase() === 'sec-gpc')
  return name === undefined ? undefined : (source as Readonly<Record<string, unknown>>)[name]
}
