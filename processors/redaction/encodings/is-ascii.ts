const beyondAscii = /[^\p{ASCII}]/u

/** Node.js counts bytes five times as fast as any expression looks at units; a browser has no `Buffer`. */
const byteLength: ((text: string) => number) | undefined = globalThis.Buffer?.byteLength
const minCounted = 64

/** Has the text nothing but ASCII in it? */
export function isAscii(text: string): boolean {
  if (byteLength === undefined || text.length < minCounted) return !beyondAscii.test(text)
  return byteLength(text) === text.length
}
