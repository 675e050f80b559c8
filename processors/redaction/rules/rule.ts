import type { EntityTypeName } from '../../../policy/entities.ts'

/** Runs of letters and digits, in the order of the text. */
export interface Groups {
  readonly count: number
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
  /** How many digits are in each. */
  readonly digits: ArrayLike<number>
}

/** The groups of one row, with the digits in all of them. */
export interface RowGroups extends Groups {
  readonly sumOfDigits: number
}

/** What every rule says of itself; the page of entities is made of this. */
export interface RuleFacts {
  /** `de_steuer_id`: lower case, the country first where there is one. */
  readonly name: string
  /** What it finds is reported, and acted on, as this. */
  readonly type: EntityTypeName
  readonly title: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** Where the form and the check are written down: a standard, or a page of the issuing body. */
  readonly source: string
}

/** A part of a text. `start` and `end` count UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A number or a code of fixed length, with or without separators: identity numbers, cards, accounts. The engine hands over
 * what stands between two boundaries of words; groups of letters and digits may be joined by one of ` -./` each.
 */
export interface CodeRule extends RuleFacts {
  readonly kind: 'code'
  /** How many letters and digits it has, without separators. */
  readonly lengths: readonly number[]
  /** `digits`: no letter in it. `letters`: always one at least. `mixed`: some have one. */
  readonly alphabet: 'digits' | 'letters' | 'mixed'
  /** How it is written, from the first to the last unit: anchored at both ends, linear. Of the text as it stands. */
  readonly shape: RegExp
  /** Of the code in capitals without separators: checksum, date, ranges. */
  readonly check?: (compact: string) => boolean
  /**
   * What needs no word beside it: `true`, everything that passes; an expression, what is written so (`123.456.789-09`).
   * Only where next to no ordinary number passes; else one of `words` must stand near.
   */
  readonly bare: RegExp | boolean
  /** Words that announce it; see `Words`. */
  readonly words: Words
}

/**
 * Words as people and programs write them, in lower case without accents. A space stands for a space, `_`, `-`, `.`, a
 * change of case, or nothing: `tax id` is also in `taxId`, `TAX_ID` and `taxid`. They are whole words: `tin` is not in
 * `setting`; a plural `s` may follow.
 */
export type Words = readonly string[]

/** Where a value begins that a name announces: `password=…`, `"first_name": "…"`, `dob: …`. */
export interface ValueStart {
  /** The first unit of the value, behind separator and quote. */
  readonly start: number
  /** The quote that ends the value: `"`, `'`, a backtick, `\"`; empty where there is none. */
  readonly quote: string
  /** Nothing but a value can follow (`=`, a quoted name); behind `:` and `is` the text may go on as a sentence. */
  readonly isSure: boolean
}

/** The value of a field with a telling name. The engine finds the name and the separator; the rule reads the value. */
export interface FieldRule extends RuleFacts {
  readonly kind: 'field'
  readonly names: Words
  /** The names may end a longer word: `dbpassword`. */
  readonly inWord?: boolean
  /** White space alone may stand between name and value: `DOB 12/03/1981`. */
  readonly loose?: boolean
  /** @returns the part of the text that is the value; `undefined` if what stands there is none. Reads a bounded length. */
  readonly read: (text: string, value: ValueStart) => Span | undefined
  readonly confidence: number
}

/** Something that shows by a few characters of its own: `@`, `ghp_`, `eyJ`, `Dear `. */
export interface AnchorRule extends RuleFacts {
  readonly kind: 'anchor'
  /** Literal characters, at least two of them if they are letters. */
  readonly anchors: readonly string[]
  /** `false`: upper and lower case are the same, as are accents. */
  readonly caseSensitive: boolean
  /** No letter or digit may stand right before the anchor. */
  readonly atWordStart: boolean
  /**
   * @param start where the anchor begins
   * @param end behind the anchor
   * @returns what was found, anchor and all; `undefined` if nothing. Reads a bounded length to both sides. An empty span says
   *   that nothing was found, and that this rule has read up to `end`: it is not asked again before
   */
  readonly find: (text: string, start: number, end: number) => Span | readonly Span[] | undefined
  readonly confidence: number
}

/** What may be written in too many ways for a shape: telephone numbers, IP addresses. */
export interface RowRule extends RuleFacts {
  readonly kind: 'row'
  readonly words: Words
  /** Rows with fewer digits, or fewer groups, are not shown to it. */
  readonly minDigits: number
  readonly minGroups: number
  /** Digits alone, with nothing joined to them and no word near, are shown to it from this length on; missing: never. */
  readonly loneFrom?: number
  /**
   * @param groups runs of letters and digits with single separators between them
   * @param isAnnounced does one of `words` stand near this part of the text?
   * @returns what was found; it may reach past the row
   */
  readonly find: (
    text: string,
    groups: RowGroups,
    isAnnounced: (start: number, end: number) => boolean,
  ) => readonly Found[]
}

export interface Found extends Span {
  readonly confidence: number
}

/** A word of letters and digits, so long that nobody says it: wallets. */
export interface LongWordRule extends RuleFacts {
  readonly kind: 'long-word'
  /** What it can begin with, so that the others are not cut out of their text. */
  readonly initials: string
  readonly check: (word: string) => boolean
  readonly confidence: number
}

export type Rule = CodeRule | FieldRule | AnchorRule | RowRule | LongWordRule
