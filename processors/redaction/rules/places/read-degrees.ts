/** A latitude or longitude as a decimal number. */
export interface Degrees {
  readonly value: number
  readonly decimals: number
  readonly end: number
}

const decimal = /[+\-−]?\d{1,3}(?:\.(\d{1,16}))?(?![\p{L}\p{N}_%]|\.\d)/uy

/** Reads one number, with its sign; `undefined` if none stands there, or one that no degrees can be. */
export function readDegrees(text: string, start: number): Degrees | undefined {
  decimal.lastIndex = start
  const match = decimal.exec(text)
  if (match === null) return undefined
  const value = Number(match[0].replace('−', '-'))
  if (Math.abs(value) > 180) return undefined
  return { value, decimals: match[1]?.length ?? 0, end: start + match[0].length }
}

/** Two numbers with a comma, a semicolon or a blank between them. */
export interface DegreesPair {
  readonly first: Degrees
  readonly second: Degrees
}

const joint = / ?[,;] ?| /uy

/** Reads two; one of them must fit a latitude. */
export function readDegreesPair(text: string, start: number): DegreesPair | undefined {
  const first = readDegrees(text, start)
  if (first === undefined) return undefined
  joint.lastIndex = first.end
  const between = joint.exec(text)?.[0]
  const second = between === undefined ? undefined : readDegrees(text, first.end + between.length)
  if (second === undefined || Math.min(Math.abs(first.value), Math.abs(second.value)) > 90) return undefined
  return { first, second }
}
