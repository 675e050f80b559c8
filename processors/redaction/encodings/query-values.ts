/** A key of a parameter is no longer. */
const maxKey = 64

/**
 * Says where in a text a `+` stands for a space: in the values of query strings and forms, `?q=ada+lovelace`; elsewhere a
 * plus is a plus. To be asked from left to right.
 *
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export function createQueryValues(text: string): { isInside(index: number): boolean } {
  let asked = -1
  let isValue = false
  return {
    isInside(index) {
      let position = index - 1
      while (position > asked && !endsValue.has(text.charCodeAt(position))) position--
      // no more than was read already: the answer is the one of the last time
      if (position > asked || asked === -1) {
        isValue = text.charCodeAt(position) === equals && isParameter(text, position)
      }
      asked = index
      return isValue
    },
  }
}

/** Is what ends at `end` a key, with what begins a parameter before it? */
function isParameter(text: string, end: number): boolean {
  let position = end - 1
  while (position >= 0 && end - position <= maxKey && !endsValue.has(text.charCodeAt(position))) position--
  const unit = text.charCodeAt(position)
  return position < 0 || unit === question || unit === ampersand
}

const ampersand = 38
const equals = 61
const question = 63
const endsValue = new Set(Array.from('?&=#;,"\'<>(){} \t\r\n', (character) => character.charCodeAt(0)))
