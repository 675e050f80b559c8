import type { ConsentState } from '../../consent/consent-source.ts'
import { Itself } from './itself.ts'
import type { SubjectBinding } from './subject-binding.ts'

/** What is pinned to a record when it begins. Kept beside the record's data, never in it. */
export interface Stamp {
  readonly binding: SubjectBinding
  /** The grants at capture, where the subject and their answer were known by then; of several people, in their order. */
  readonly consent: ConsentState | readonly (ConsentState | undefined)[] | undefined
  /** The record opened its binding: when it ends, the subject will not become known any more. */
  readonly root: boolean
}

/**
 * The parts of a stamp are private fields of an object of the SDK. The parts, not the stamp: the SDK's object may be in
 * the old generation, and what it refers to moves there, too.
 */
class Stamped extends Itself {
  readonly #binding: SubjectBinding
  readonly #consent: Stamp['consent']
  readonly #root: boolean

  constructor(target: object, { binding, consent, root }: Stamp) {
    super(target)
    this.#binding = binding
    this.#consent = consent
    this.#root = root
  }

  static has(target: object): boolean {
    return #binding in target
  }

  static stampOf(target: object): Stamp | undefined {
    if (!(#binding in target)) return undefined
    return { binding: target.#binding, consent: target.#consent, root: target.#root }
  }
}

/** @throws TypeError if `target` has a stamp already */
export function setStamp(target: object, stamp: Stamp): void {
  new Stamped(target, stamp)
}

export function isStamped(target: object): boolean {
  return Stamped.has(target)
}

export function stampOf(target: object | undefined): Stamp | undefined {
  return target === undefined ? undefined : Stamped.stampOf(target)
}

/** What the person with this number among those of the binding said at capture, where that was known then. */
export function consentAtCapture({ consent }: Stamp, index: number): ConsentState | undefined {
  if (Array.isArray(consent)) return consent[index]
  return index === 0 ? (consent as ConsentState | undefined) : undefined
}
