import type { LabelledText } from './corpus/labelled-text.ts'

/** What one way of redaction made of a corpus. */
export interface Recall {
  readonly found: number
  readonly labels: number
  readonly byType: ReadonlyMap<string, { readonly found: number; readonly labels: number }>
  readonly cleanChanged: number
  readonly clean: number
  /** Of all texts that were changed, those with something found in them. */
  readonly precision: number
}

/** Compares texts with what is left of them: a value is found if neither half of it is there any more. */
export function recallOf(
  texts: readonly LabelledText[],
  redacted: readonly string[],
  isWanted: (type: string) => boolean = () => true,
): Recall {
  const byType = new Map<string, { found: number; labels: number }>()
  let [found, labels, clean, cleanChanged, changed, changedRightly] = [0, 0, 0, 0, 0, 0]
  for (const [index, { text, labels: own }] of texts.entries()) {
    const left = redacted[index] ?? text
    const isChanged = left !== text
    if (own.length === 0) {
      clean++
      if (isChanged) cleanChanged++
    }
    let isRight = false
    for (const { type, start, end } of own) {
      const isGone = isChanged && halvesOf(text.slice(start, end)).every((half) => !left.includes(half))
      isRight ||= isGone
      const row = byType.get(type) ?? { found: 0, labels: 0 }
      byType.set(type, row)
      row.labels++
      if (isGone) row.found++
      if (!isWanted(type)) continue
      labels++
      if (isGone) found++
    }
    if (isChanged) changed++
    if (isRight) changedRightly++
  }
  return { found, labels, byType, clean, cleanChanged, precision: changed === 0 ? 0 : changedRightly / changed }
}

const shortest = 8

function halvesOf(value: string): readonly string[] {
  if (value.length < shortest) return [value]
  const middle = Math.floor(value.length / 2)
  return [value.slice(0, middle), value.slice(middle)]
}
