import { asciiSet } from '../../scan/ascii-set.ts'
import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import { isNotName } from './not-names.ts'

/**
 * Reads a name of capitalised words, as people write it: `Ada`, `J. R. R. Tolkien`, `Jean-Luc O’Brien`, `Ludwig van Beethoven`,
 * `王小明`. It ends before words that name nobody, and before the label of a next field.
 *
 * @returns where the name ends; `undefined` if none stands there
 */
export function readName(text: string, start: number, maxWords = 3): number | undefined {
  let end: number | undefined
  let position = start
  let words = 0
  for (let parts = 0; parts < maxParts && words < maxWords; parts++) {
    const wordStart = afterParticles(text, position)
    const wordEnd = nameWordEnd(text, wordStart)
    if (wordEnd === undefined || isLabel(text, wordEnd)) break
    end = wordEnd
    // initials do not count: `J. R. R. Tolkien`
    if (wordEnd - wordStart > 2) words++
    // `Ada’s` is the end of a name
    if (isApostropheAt(text, wordEnd) && /^s(?![\p{L}\p{N}])/u.test(text.slice(wordEnd + 1, wordEnd + 3))) break
    if (!isBlank(text, wordEnd)) break
    position = wordEnd + 1
  }
  return end !== undefined && end - start <= maxInitial && isInitial(text.slice(start, end)) ? undefined : end
}

/** A capital, which may be a pair, and a point. */
const maxInitial = 3

const maxParts = 6

/** `Ada`, `McCarthy`, `O'Brien`, `d’Arc`, `Anna-Lena`, `LOVELACE`, `J.`, a name in a script without capitals. */
const nameWord =
  /(?:[dDlL]['’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]{0,24}(?:['’ʼ](?!s(?![\p{L}\p{N}]))[\p{L}\p{M}]{1,24}|[‑-](?:[\p{Lu}\p{Lo}][\p{L}\p{M}]{0,24}|(?!like|led|free|only|type|made|era)\p{Ll}{2,4}(?!\p{L}))){0,3}/uy

/** Where the word ends that could be of a name and begins at `start`. */
export function nameWordEnd(text: string, start: number): number | undefined {
  if (!mayBeginName(text, start)) return undefined
  nameWord.lastIndex = start
  const word = nameWord.exec(text)?.[0]
  if (word === undefined) return undefined
  const end = start + word.length
  if (word.length === 1 && word.toLowerCase() !== word) return initialEnd(text, end)
  if (isNotName(word) || isIdentifier(word) || isSentence(word) || isInIdentifier(text, end)) return undefined
  return shortened.has(word) && text.startsWith('.', end) ? end + 1 : end
}

const shortened = new Set(['Jr', 'Sr', 'St', 'Ch', 'Th', 'Wm'])

/** A capital, a letter beyond ASCII, or the `d’` of `d’Arc`: most words are none of these, and need no expression. */
function mayBeginName(text: string, start: number): boolean {
  if (start >= text.length) return false
  const unit = text.charCodeAt(start)
  if (unit >= 0x80 || (unit >= 65 && unit <= 90)) return true
  // d, l
  return (unit === 100 || unit === 108) && isApostropheAt(text, start + 1)
}

function isApostropheAt(text: string, index: number): boolean {
  if (index >= text.length) return false
  const unit = text.charCodeAt(index)
  return unit === 39 || unit === 0x2019
}

/** `J.`, `J.R.R.`, and the `B` of `Ada B Lovelace`. */
function initialEnd(text: string, end: number): number | undefined {
  const points = /^\.(?:\p{Lu}\.){0,2}(?![\p{L}\p{N}])|^(?=[ \u00a0]\p{Lu}\p{L})/u.exec(text.slice(end, end + 6))
  return points === null ? undefined : end + points[0].length
}

/** `JsonParser`, but not `McCarthy`, `DeVito`, `O'Brien`. */
function isIdentifier(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word) && !/^(?:Ma?c|D[eiu]|L[ae]|V[ao]n|Fitz|Ó|St)\p{Lu}\p{Ll}+(?:-\p{L}+)?$/u.test(word)
}

/** Scripts without spaces: what is longer than names are is a sentence. */
function isSentence(word: string): boolean {
  return word.length > 6 && /^[\p{sc=Han}\p{sc=Hiragana}]/u.test(word)
}

/** `Ada_1`, `Foo.bar`, `Foo(`, `Foo::bar`, `Foo/bar`, `Foo@`. */
function isInIdentifier(text: string, end: number): boolean {
  if (end >= text.length) return false
  if (isWordUnitAt(text, end)) return true
  const behind = text.charCodeAt(end)
  if (isOfIdentifier(behind)) return true
  return isJointOfIdentifier(behind) && (isWordUnitAt(text, end + 1) || text.startsWith(':', end + 1))
}

const isOfIdentifier = asciiSet('_(@$/\\[')
const isJointOfIdentifier = asciiSet('.:-#')

/** What follows shows that the word was the name of the next field: `Status=`, `Email:`, `Signed Off:`. */
function isLabel(text: string, end: number): boolean {
  const behind = text.charCodeAt(end)
  return behind === 61 || (behind === 58 && text.charCodeAt(end + 1) === 61)
}

const particles =
  /(?:(?:van|von|vom|zu|zum|zur|der|den|de|del|della|dela|la|le|las|los|di|da|das|do|dos|du|des|af|av|ter|ten|bin|bint|ibn|al|el|ben)[ \u00a0]){1,3}(?=\p{Lu})/uy

const isParticleInitial = asciiSet('vzdlatbe')

function afterParticles(text: string, position: number): number {
  if (position >= text.length || !isParticleInitial(text.charCodeAt(position))) return position
  particles.lastIndex = position
  const match = particles.exec(text)?.[0] ?? ''
  return position + match.length
}

function isInitial(name: string): boolean {
  return /^\p{Lu}\.?$/u.test(name)
}

/** One blank only: columns stand further apart. */
function isBlank(text: string, position: number): boolean {
  const unit = text.charCodeAt(position)
  return unit === 32 || unit === 160
}
