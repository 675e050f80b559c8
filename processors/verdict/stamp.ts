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
 * The stamp is a private field that this class adds to an object of the SDK. Nobody else can see it: it is no property,
 * so no serialiser, logger or copy takes it along. A `WeakMap` would do the same for fifteen times the cost, as the
 * garbage collector has to go through it again and again (1.1 against 0.08 microseconds for each span).
 */
class Stamped extends Itself {
  readonly #stamp: Stamp

  constructor(target: object, stamp: Stamp) {
    super(target)
    this.#stamp = stamp
  }

  static has(target: object): boolean {
    return #stamp in target
  }

  static stampOf(target: object): Stamp | undefined {
    return #stamp in target ? target.#stamp : undefined
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
