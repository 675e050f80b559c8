/** What a text is made of, as bits: detectors that cannot find anything in it are not run. */
export const trait = {
  at: 1 << 0,
  colon: 1 << 1,
  equals: 1 << 2,
  dot: 1 << 3,
  slash: 1 << 4,
  dash: 1 << 5,
  /** `?` or `#`: what begins the query or the fragment of a URL. */
  question: 1 << 6,
  space: 1 << 7,
  letter: 1 << 8,
  /** Three digits or more. */
  digits3: 1 << 9,
  /** Six digits or more. */
  digits6: 1 << 10,
  /** Twelve digits or more. */
  digits12: 1 << 11,
  /** Two or more of colons, dashes and dots: what joins the parts of an address. */
  joints: 1 << 12,
  /** A run of at least fifteen letters, digits, `_` and `-`: the shortest key that a provider gives out has more. */
  longWord: 1 << 13,
} as const

const digit = 1 << 14
const word = 1 << 15
const joint = 1 << 16

const minLongWord = 15

/** By code unit; everything beyond ASCII counts as a letter. */
const bits = new Int32Array(128)
for (let unit = 48; unit <= 57; unit++) bits[unit] = digit | word
for (let unit = 65; unit <= 90; unit++) bits[unit] = trait.letter | word
for (let unit = 97; unit <= 122; unit++) bits[unit] = trait.letter | word
for (const [unit, bit] of [
  ['@', trait.at],
  [':', trait.colon | joint],
  ['=', trait.equals],
  ['.', trait.dot | joint],
  ['/', trait.slash],
  ['\\', trait.slash],
  ['-', trait.dash | word | joint],
  ['_', word],
  ['?', trait.question],
  ['#', trait.question],
  [' ', trait.space],
  ['\t', trait.space],
  ['\n', trait.space],
] as const) {
  bits[unit.charCodeAt(0)] = bit
}

/** The traits of a text, in one pass. */
export function traitsOf(text: string): number {
  let seen = 0
  let digits = 0
  let joints = 0
  let run = 0
  let longest = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const bit = unit < 128 ? (bits[unit] ?? 0) : trait.letter
    seen |= bit
    if ((bit & digit) !== 0) digits++
    if ((bit & joint) !== 0) joints++
    if ((bit & word) !== 0) run++
    else {
      if (run > longest) longest = run
      run = 0
    }
  }
  if (run > longest) longest = run
  if (digits >= 3) seen |= trait.digits3
  if (digits >= 6) seen |= trait.digits6
  if (digits >= 12) seen |= trait.digits12
  if (joints >= 2) seen |= trait.joints
  if (longest >= minLongWord) seen |= trait.longWord
  return seen
}
