import type { LabelledText } from './corpus/labelled-text.ts'
import { replacedParts } from './replaced-parts.ts'

/** What one way of redaction made of a corpus. */
export interface Recall {
  readonly found: number
  readonly labels: number
  readonly byType: ReadonlyMap<string, { readonly found: number; readonly labels: number }>
  readonly cleanChanged: number
  readonly clean: number
  /** Of all parts that were replaced, those on which there is a label. */
  readonly precision: number
}

/**
 * Compares texts with what is left of them, which is all that some redactors give: a value is found if no half of it is there
 * any more, wherever that half began.
 */
export function recallOf(
  texts: readonly LabelledText[],
  redacted: readonly string[],
  isWanted: (type: string) => boolean = () => true,
): Recall {
  const byType = new Map<string, { found: number; labels: number }>()
  let [found, labels, clean, cleanChanged, parts, partsRight] = [0, 0, 0, 0, 0, 0]
  for (const [index, { text, labels: own }] of texts.entries()) {
    const left = redacted[index] ?? text
    if (own.length === 0) {
      clean++
      if (left !== text) cleanChanged++
    }
    for (const part of replacedParts(text, left)) {
      parts++
      if (own.some(({ start, end }) => start < part.end && part.start < end)) partsRight++
    }
    for (const { type, start, end } of own) {
      const isGone = left !== text && halvesOf(text.slice(start, end)).every((half) => !left.includes(half))
      const row = byType.get(type) ?? { found: 0, labels: 0 }
      byType.set(type, row)
      row.labels++
      if (isGone) row.found++
      if (!isWanted(type)) continue
      labels++
      if (isGone) found++
    }
  }
  return { found, labels, byType, clean, cleanChanged, precision: parts === 0 ? 0 : partsRight / parts }
}

const shortest = 8

/** All parts of half the length. Half of a short value may stand in a text for anything. */
function halvesOf(value: string): readonly string[] {
  if (value.length < shortest) return [value]
  const half = Math.ceil(value.length / 2)
  return Array.from({ length: value.length - half + 1 }, (_, start) => value.slice(start, start + half))
}
