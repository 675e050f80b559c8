import type { Grant } from '../policy/policy.ts'

/** What somebody who was asked about one subject answers. */
export interface ConsentAnswer {
  readonly grants: Readonly<Record<string, Grant>>
  /** When these grants were given, in Unix milliseconds. Records captured before are not covered. */
  readonly changedAt: number
  /** Grows with every change. @defaultValue `changedAt` */
  readonly epoch?: number
}
