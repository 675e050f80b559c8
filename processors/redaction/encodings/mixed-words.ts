/** Says of letters whether the word around them has Latin letters in it. To be asked from left to right. */
export function createMixedWords(text: string): { isMixedAt(index: number): boolean } {
  let end = 0
  let isMixed = false
  return {
    isMixedAt(index) {
      if (index < end) return isMixed
      let start = index
      while (start > end && isLetter(text.charCodeAt(start - 1))) start--
      isMixed = false
      for (end = start; end < text.length; end++) {
        const unit = text.charCodeAt(end)
        if (isLatin(unit)) isMixed = true
        else if (!isLetter(unit)) break
      }
      return isMixed
    },
  }
}

function isLatin(unit: number): boolean {
  const letter = unit | 32
  return letter >= 97 && letter <= 122
}

/** Of Latin, Greek and Cyrillic: no other scripts have letters that are taken for each other. */
function isLetter(unit: number): boolean {
  return isLatin(unit) || (unit >= 0xc0 && unit < 0x250) || (unit >= 0x370 && unit < 0x530)
}
