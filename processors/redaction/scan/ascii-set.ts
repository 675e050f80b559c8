/**
 * Makes the test whether a UTF-16 unit is one of a few signs of ASCII: one look-up, where a `Set` hashes. What is asked for
 * outside of a text, `NaN`, is none of them.
 */
export function asciiSet(signs: string): (unit: number) => boolean {
  const has = new Uint8Array(0x80)
  for (let index = 0; index < signs.length; index++) has[signs.charCodeAt(index)] = 1
  return (unit) => unit < 0x80 && has[unit] === 1
}
