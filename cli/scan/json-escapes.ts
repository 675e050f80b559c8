const escapes: ReadonlyMap<string, string> = new Map([
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\/', '/'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
])

/** What one escape of a JSON string stands for, such as `\n` or `\u00e9`; `undefined` if there is none such. */
export function readJsonEscape(written: string): string | undefined {
  if (/^\\u[\dA-Fa-f]{4}$/u.test(written)) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  return escapes.get(written)
}

/** What a part of a JSON string reads, which does not begin or end within an escape. */
export function readJsonEscapes(written: string): string {
  if (!written.includes('\\')) return written
  return written.replace(/\\(?:u[\dA-Fa-f]{4}|.)?/gsu, (escaped) => readJsonEscape(escaped) ?? '')
}
