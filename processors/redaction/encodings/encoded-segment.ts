import type { TextEncoding } from '../detect.ts'

/** A part of a text that is another text, encoded. */
export interface EncodedSegment {
  readonly start: number
  /** Behind the padding. */
  readonly end: number
  readonly encoding: TextEncoding
  /** What is encoded. */
  readonly text: string
}

/** Shorter is too short to be told from words, and for most of what is looked for. */
export const minSegment = 16

/** `+`, `-`, `/`, `_`: in the alphabets of Base64, and between words. */
export function isJoint(unit: number): boolean {
  return unit === 43 || unit === 45 || unit === 47 || unit === 95
}

/** Bytes of ASCII that stand in texts: 1; others: 0. */
export const isTextByte = new Uint8Array(0x80).fill(1, 0x20, 0x7f)
for (const blank of [9, 10, 13]) isTextByte[blank] = 1
