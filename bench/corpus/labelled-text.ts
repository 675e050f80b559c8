/** A part of a text that tells about somebody. */
export interface Label {
  /** A type of `policy/entities.ts`. */
  readonly type: string
  readonly start: number
  readonly end: number
}

export interface LabelledText {
  readonly text: string
  /** In their order, apart; none if the text is clean. */
  readonly labels: readonly Label[]
  /** What kind of text it is. */
  readonly source: string
}
