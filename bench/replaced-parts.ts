/** A part of a text that another has something else for. */
export interface ReplacedPart {
  readonly start: number
  readonly end: number
}

/**
 * The parts of `text` that `redacted` has not kept, word by word. What has no letter or digit between them is one part: a
 * number in groups is one, whatever stands for it.
 */
export function replacedParts(text: string, redacted: string): readonly ReplacedPart[] {
  if (text === redacted) return []
  const words = wordsOf(text)
  const kept = keptWords(words, wordsOf(redacted))
  const parts: { start: number; end: number }[] = []
  let position = 0
  let isOpen = false
  for (const [index, word] of words.entries()) {
    const end = position + word.length
    const last = parts.at(-1)
    if (kept[index] === true) {
      if (/[\p{L}\p{N}]/u.test(word)) isOpen = false
    } else if (isOpen && last !== undefined) {
      last.end = end
    } else if (/\S/u.test(word)) {
      parts.push({ start: position, end })
      isOpen = true
    }
    position = end
  }
  return parts
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []
}

/** Which of `words` are in a longest common subsequence with `others`. */
function keptWords(words: readonly string[], others: readonly string[]): readonly boolean[] {
  const width = others.length + 1
  // the length for what is left of both, from each pair of places on
  const lengths = new Uint16Array((words.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = words.length - 1; row >= 0; row--) {
    for (let column = others.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        words[row] === others[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const kept = words.map(() => false)
  for (let row = 0, column = 0; row < words.length && column < others.length; ) {
    if (words[row] === others[column]) {
      kept[row] = true
      row++
      column++
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return kept
}
