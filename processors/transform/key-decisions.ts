import type { Flow } from '../../policy/policy.ts'
import { type AttributeDecision, decideAttribute } from '../attribute-decision.ts'
import type { Classification } from '../classification/classify.ts'

/** Decision for a key, with what applying it needs. */
export interface KeyDecision extends AttributeDecision, KeyGuess {
  readonly key: string
  readonly classification: Classification
  /** The key itself is harmless: a key can quote somebody, too (`{"bob@example.com": 1}`). */
  readonly keyIsClean: boolean
  readonly remark: string
  /** The last text under this key in which nothing was found, in this flow. */
  accepted: string
}

/** The keys of records come in the same order again and again: what came next is what will come next. */
export interface KeyGuess {
  next?: KeyDecision
}

const maxCachedKeys = 10_000
const maxKeyLength = 256

/**
 * Decides for keys in one flow, each once.
 *
 * @param isClean whether there is nothing personal in a text
 * @returns `before`: where the last guess stands, and where the next one is noted; a key that was guessed right is not
 *   looked up
 */
export function createKeyDecisions(
  flow: Flow,
  classify: (key: string) => Classification,
  isClean: (text: string) => boolean,
): (key: string, before?: KeyGuess) => KeyDecision {
  const decisions = new Map<string, KeyDecision>()

  const decide = (key: string): KeyDecision => {
    const classification = classify(key)
    const decision = decideAttribute(classification, flow)
    const keyIsClean = key.length <= maxKeyLength && partsFromDots(key).every(isClean)
    const remark = classification.class === 'unclassified' ? 'class/unclassified' : `class/${decision.class}`
    return { ...decision, key, classification, keyIsClean, remark, accepted: '', next: undefined }
  }

  return (key, before) => {
    const guess = before?.next
    if (guess !== undefined && guess.key === key) return guess
    const known = decisions.get(key)
    const decision = known ?? decide(key)
    // bounded: keys can be made up without end, and then the cache must not grow with them
    if (known === undefined && decisions.size < maxCachedKeys && key.length <= maxKeyLength)
      decisions.set(key, decision)
    if (before !== undefined && key.length <= maxKeyLength) before.next = decision
    return decision
  }
}

/** Of longer keys the rest is looked at with the last of these parts. */
const maxParts = 16

/** `app.a.b` also as `a.b` and `b`: behind a dot of a text, a number would be a part of a longer one. */
function partsFromDots(key: string): readonly string[] {
  const parts = [key]
  for (let dot = key.indexOf('.'); dot !== -1 && parts.length < maxParts; dot = key.indexOf('.', dot + 1)) {
    parts.push(key.slice(dot + 1))
  }
  return parts
}
