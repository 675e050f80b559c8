import type { Entity } from '../detect.ts'
import { providerKeys } from './provider-keys.ts'

/** One pattern for the beginnings of all keys: a text is searched once, and then only where something was found. */
const beginnings = new RegExp(
  `(?<![A-Za-z0-9])(?:${providerKeys.map(({ beginning }) => beginning).join('|')})`,
  'gu',
)

const whole = providerKeys.map(({ beginning, rest }) => new RegExp(`(?:${beginning})${rest}(?![A-Za-z0-9])`, 'uy'))

/** Keys and tokens in the form that a provider gives them. */
export function findApiKeys(text: string, found: Entity[]): void {
  for (const match of text.matchAll(beginnings)) {
    for (const pattern of whole) {
      pattern.lastIndex = match.index
      const key = pattern.exec(text)
      if (key === null) continue
      found.push({ type: 'secret', start: match.index, end: match.index + key[0].length, confidence: 1 })
      break
    }
  }
}
