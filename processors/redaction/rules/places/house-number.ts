/**
 * The number of a house, as a word of its own: `12`, `12B`, `12-14`, `3/45`, `221/2`, and in Hungarian `15.`
 *
 * @param text the word
 */
export function isHouseNumber(text: string): boolean {
  return text.length < 14 && form.test(text)
}

const form = /^[0-9]{1,5}[A-Za-z]?(?:[-–/][0-9]{1,4}[A-Za-z]?)?\.?$/u
