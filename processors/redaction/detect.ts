/** Something in a text that tells about a person, or a secret. `start` and `end` count UTF-16 units, `end` exclusive. */
export interface Entity {
  /** As in `policy/entities.ts`, or the name of a custom entity of the policy. */
  readonly type: string
  /** The rule that found it, as in docs/entities.md; the policy's own entities have none. */
  readonly rule?: string
  readonly start: number
  readonly end: number
  /** 0 to 1; at 1 a checksum or an unmistakable format proves it. */
  readonly confidence: number
  /** Set if the entity is a whole segment of encoded text: it is decoded, redacted inside, and encoded again. */
  readonly encoded?: EncodedText
}

/** How a text is written as another. */
export type TextEncoding = 'base64' | 'base64url' | 'hex'

/** A text that is encoded in another one, and what was found in it. */
export interface EncodedText {
  readonly encoding: TextEncoding
  readonly text: string
  /** As `Detect` gives them. */
  readonly entities: readonly Entity[]
}

/** Finds entities in one text: sorted by `start`, not overlapping. Linear in the length of the text. */
export type Detect = (text: string) => readonly Entity[]
