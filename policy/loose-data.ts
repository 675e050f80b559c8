/** `value` if it is a map, else an empty one: a wrong shape is reported once, by the schema. */
export function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

/** The texts in `value`, if it is a list, each with its index there. */
export function asTexts(value: unknown): readonly { readonly text: string; readonly index: number }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((text, index) => (typeof text === 'string' ? [{ text, index }] : []))
}
