import type { AnchorRule } from '../rule.ts'
import { decodeBase64 } from './decode-base64.ts'
import { endOfRun, isAlphanumericAt } from './unit-sets.ts'

/**
 * Tokens of Discord: the number of the account, a time and a signature, each in Base64. The number is decimal, so that only a
 * few units can stand at each of the first four places.
 */
export const discordToken: AnchorRule = {
  kind: 'anchor',
  name: 'discord_token',
  type: 'secret',
  title: 'Token or key of Discord',
  source: 'https://docs.discord.com/developers/reference#authentication',
  anchors: beginnings(),
  caseSensitive: false,
  atWordStart: true,
  confidence: 1,
  find(text, start) {
    const first = text.charCodeAt(start)
    if (first < 77 || first > 79) return undefined
    const idEnd = endOfRun(text, start, 'base62', 28)
    if (idEnd - start < 23 || text.charAt(idEnd) !== '.') return undefined
    const timeEnd = endOfRun(text, idEnd + 1, 'base64url', 8)
    if (timeEnd - idEnd !== 7 || text.charAt(timeEnd) !== '.') return undefined
    const end = endOfRun(text, timeEnd + 1, 'base64url', 42)
    if (end - timeEnd < 28 || isAlphanumericAt(text, end)) return undefined
    return /^\d{17,20}$/u.test(decodeBase64(text.slice(start, idEnd)) ?? '') ? { start, end } : undefined
  },
}

/** Base64 of three decimal digits, of which the first is not zero. Digits stand for each other in anchors that ignore the case. */
function beginnings(): readonly string[] {
  const found: string[] = []
  for (const firstTwo of ['mt', 'mj', 'mz', 'nd', 'nt', 'nj', 'nz', 'od', 'ot']) {
    for (const third of 'aeimquycgk') {
      for (const fourth of 'wxyz0') found.push(firstTwo + third + fourth)
    }
  }
  return found
}
