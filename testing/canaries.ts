import { createHmac } from 'node:crypto'
import { type CanaryKind, canaryMakers } from './canary-makers.ts'
import { coreDigits, type Encoding, encodingsOf, isNumber, withoutSeparators } from './encodings.ts'

/** One planted secret: the carrier is whatever the test calls the place that it stands in. */
export interface Canary {
  readonly carrier: string
  readonly kind: CanaryKind
  readonly secret: string
}

/** A canary that was found, and how it was written: `plain`, `base64`, `hex` and so on. */
export interface Leak extends Canary {
  readonly encoding: string
}

export interface Canaries {
  /** The secret for one carrier: always the same one for the same carrier and kind. */
  secret(carrier: string, kind?: CanaryKind): string
  planted(): readonly Canary[]
  /** Searches for every planted canary, however it is encoded. */
  leaks(bytes: Uint8Array | string): readonly Leak[]
}

/**
 * Makes unique secrets to plant in telemetry, and finds them in whatever comes out.
 *
 * @param seed the same seed gives the same secrets
 * @example
 * const planted = canaries(1)
 * const address = planted.secret('span attribute', 'email')
 * planted.leaks(`user=${encodeURIComponent(address)}`).length > 0 // true: it got out
 */
export function canaries(seed: number): Canaries {
  const planted = new Map<string, Canary>()
  // a test searches many times for the same
  const known = new Map<Canary, readonly Encoding[]>()
  const encodings = (canary: Canary): readonly Encoding[] => {
    const found = known.get(canary) ?? encodingsOf(canary.secret, canary.kind)
    known.set(canary, found)
    return found
  }
  return {
    secret(carrier, kind = 'token') {
      const key = JSON.stringify([carrier, kind])
      let canary = planted.get(key)
      if (canary === undefined) {
        const random = createHmac('sha256', `canary ${seed}`).update(key).digest()
        canary = { carrier, kind, secret: canaryMakers[kind](random) }
        planted.set(key, canary)
      }
      return canary.secret
    },
    planted: () => [...planted.values()],
    leaks(bytes) {
      const haystack =
        typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      // latin1 keeps every byte as one character, and lower case then folds ASCII letters only where they are letters
      const exact = haystack.toString('latin1')
      const folded = exact.toLowerCase()
      const compact = withoutSeparators(exact).toLowerCase()
      return [...planted.values()].flatMap((canary): Leak[] => {
        const found = encodings(canary)
          .filter(({ text, foldCase }) => (foldCase ? folded : exact).includes(text))
          .map(({ encoding }) => ({ ...canary, encoding }))
        if (found.length > 0 || !isNumber(canary.kind)) return found
        const regrouped = compact.includes(coreDigits(canary.secret, canary.kind))
        return regrouped ? [{ ...canary, encoding: 'in other groups' }] : []
      })
    },
  }
}
