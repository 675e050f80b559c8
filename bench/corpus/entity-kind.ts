import type { EntityTypeName } from 'privity/policy'
import type { Random } from './random.ts'

/** A kind of value, and what people and programs call it. */
export interface EntityKind {
  readonly type: EntityTypeName
  readonly write: (random: Random) => string
  /** In sentences, in several languages. Without these it shows by itself, wherever it stands. */
  readonly called?: readonly string[]
  /** As names of fields. */
  readonly keys: readonly string[]
}
