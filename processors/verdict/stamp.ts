import type { ConsentState } from '../../consent/consent-source.ts'
import type { SubjectBinding } from './subject-binding.ts'

/** What is pinned to a record when it begins. Kept beside the record's data, never in it. */
export interface Stamp {
  readonly binding: SubjectBinding
  /** The grants at capture, where the subject and their answer were known by then. */
  readonly consent: ConsentState | undefined
  /** The record opened its binding: when it ends, the subject will not become known any more. */
  readonly root: boolean
}

/** Hands its argument back instead of a new object, so that a subclass adds its private fields to that. */
class Itself {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: the point of this class
    return target
  }
}

/**
 * The parts of a stamp are private fields that this class adds to an object of the SDK. Nobody else can see them: they
 * are no properties, so no serialiser, logger or copy takes them along. A `WeakMap` would do the same for fifteen times
 * the cost, as the garbage collector has to go through it again and again (1.1 against 0.08 microseconds for each span).
 * The parts, not the stamp: the SDK's object may be in the old generation, and what it refers to moves there, too.
 */
class Stamped extends Itself {
  readonly #binding: SubjectBinding
  readonly #consent: ConsentState | undefined
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
