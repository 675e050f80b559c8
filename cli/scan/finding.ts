import type { Entity } from '../../processors/redaction/detect.ts'
import type { TokenPart } from './plain-text.ts'

/** Where something was found in one text. Positions count UTF-16 units. */
export interface Finding {
  /** As in `policy/entities.ts`, a custom entity of the policy, or `class/…` for a value that its key tells about. */
  readonly type: string
  readonly rule?: string
  readonly confidence: number
  readonly start: number
  readonly end: number
  /** What was detected; absent for a class. Its positions are those in what was judged. */
  readonly entity?: Entity
  /** In JSON: the values, or parts of values, that it is in. */
  readonly parts: readonly TokenPart[]
}

/** Where something was found in an input. */
export interface LocatedFinding extends Pick<Finding, 'type' | 'rule' | 'confidence'> {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number
}
