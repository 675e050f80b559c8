/** A whole number with one unit: hours, days, weeks or years. No `m`: minutes and months would be mixed up. */
export const durationPattern = /^[1-9][0-9]{0,5}[hdwy]$/

const secondsOf = { h: 3_600, d: 86_400, w: 604_800, y: 31_536_000 } as const

/**
 * How many seconds a duration of the policy lasts; a year counts 365 days.
 *
 * @param text such as `12h`, `30d`, `6w`, `1y`
 * @returns `undefined` if `text` is no duration
 * @example parseDuration('12h') // 43200
 */
export function parseDuration(text: string): number | undefined {
  if (!durationPattern.test(text)) return undefined
  return Number(text.slice(0, -1)) * secondsOf[text.slice(-1) as keyof typeof secondsOf]
}
