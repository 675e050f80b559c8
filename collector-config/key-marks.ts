/** Stands before a key that a step has kept, while the other steps run. */
export const keepMark = '='

/** Stands before a key whose value must be general, until the redaction processor has seen the value. */
export const maskedMark = '~'

/** RE2: what an unmarked key may begin with, when the pattern that follows says nothing of the beginning. */
export const anyBeginning = `(?:[^${keepMark}${maskedMark}].*)?`
