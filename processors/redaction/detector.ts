import type { EntityTypeName } from '../../policy/entities.ts'
import type { Entity } from './detect.ts'

/** Finds entities of one family. */
export interface Detector {
  readonly type: EntityTypeName
  /** The traits that a text must have, all of them, for the detector to be worth running. */
  readonly needs: number
  /** Adds what it finds to `found`, in any order; linear in the length of the text. */
  find(text: string, found: Entity[]): void
}
