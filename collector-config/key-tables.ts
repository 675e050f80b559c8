import type { DataClass } from '../policy/policy.ts'

/** What is known of keys without the policy. The shape is that of the tables in `processors/classification`. */
export interface KeyTables {
  readonly conventions: {
    /** By class: keys, with spaces between them. */
    readonly keys: Readonly<Record<DataClass, string>>
    /** By class: what keys with a free end begin with, with spaces between them. */
    readonly templates: Readonly<Record<DataClass, string>>
    /** Way to make a value general, the class that it then has, and the keys, with spaces between them. */
    readonly generalise: readonly (readonly [string, DataClass, string])[]
  }
  /** By class, the most sensitive first: words of keys that no convention knows, as `user.id` or `*email*`. */
  readonly words: readonly (readonly [DataClass, string])[]
}

/** The words of a list that is written with white space between them. */
export function wordsIn(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '')
}
