import type { EntityTypeName } from 'privity/policy'
import type { LabelledText } from './labelled-text.ts'
import type { Random } from './random.ts'

/** What telemetry is full of and tells about nobody, such as a duration. */
export type Part = (random: Random) => string

/** What tells about a person, or a secret. */
export interface Value {
  readonly type: EntityTypeName
  readonly write: Part
}

/** Writes one text of a form. */
type WriteText = (random: Random, source: string, form: string) => LabelledText

/**
 * Makes the function that fills in forms: `{name}` is a value, which gets a label, or a part, which gets none; `{query:name}` is
 * written as in a query string, `{json:name}` as in a JSON string. A name that is neither is an error of the form.
 */
export function createWriter(
  values: Readonly<Record<string, Value>>,
  parts: Readonly<Record<string, Part>>,
): WriteText {
  return (random, source, form) => {
    const labels: { type: string; start: number; end: number }[] = []
    let text = ''
    let from = 0
    for (const match of form.matchAll(placeholder)) {
      const [whole, encoding = 'plain', name = ''] = match
      text += form.slice(from, match.index)
      from = match.index + whole.length
      const value = values[name]
      const write = value?.write ?? parts[name]
      if (write === undefined) throw new Error(`nothing is called ${name} in: ${form}`)
      const start = text.length
      text += encode(write(random), encoding)
      if (value !== undefined) labels.push({ type: value.type, start, end: text.length })
    }
    return { text: text + form.slice(from), labels, source }
  }
}

const placeholder = /\{(?:(query|json):)?([A-Za-z][\w./-]*)\}/gu

function encode(value: string, encoding: string): string {
  if (encoding === 'query') return encodeURIComponent(value)
  return encoding === 'json' ? JSON.stringify(value).slice(1, -1) : value
}
