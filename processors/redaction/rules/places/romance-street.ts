import { isThing } from '../people/things.ts'
import type { AnchorRule, Span } from '../rule.ts'
import { flatEnd, flatStartBefore } from './flat.ts'
import { localityEnd } from './locality.ts'
import { type RomanceStreetKind, romanceStreetKinds } from './romance-street-kinds.ts'
import { isCapitalAt } from './word-before.ts'

/** Streets whose kind begins their name: `12 rue de la Paix, 75002 Paris`, `Calle Mayor 5`, `Via Roma 10`, `ul. Długa 3/5`. */
export const romanceStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_romance_street',
  type: 'address',
  title: 'Street address as written in French, Spanish, Italian, Portuguese, Romanian and Polish, and German squares',
  source: 'Universal Postal Union, Addressing S42; NF Z10-011',
  anchors: [...[...romanceStreetKinds.keys()].map((kind) => `${kind} `), 'c/'],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    const kindEnd = text.charCodeAt(end - 1) === slash ? end : end - 1
    const kind = romanceStreetKinds.get(text.slice(start, kindEnd).toLowerCase())
    if (kind === undefined || /[_./-]/u.test(text.charAt(start - 1))) return undefined
    if (kind === 'number first, particle behind') return french(text, start, end, kind)
    // `Rue de l’Exemple 16`: so in Belgium, Switzerland and Luxembourg
    if (kind === 'number first')
      return french(text, start, end, kind) ?? southern(text, start, end, 'number last, capital')
    return southern(text, start, end, kind)
  },
}

const slash = 47
const blank = 32
/** How far the name is read. */
const maxName = 72

const word = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,24}`
const particle = String.raw`(?:(?:de la|de las|de los|de les|dos|das|della|delle|degli|dei|del|dell['’]|de l['’]|des|de|du|da|do|di|d['’]|la|le|les|l['’]|aux?|en|sur|y|e|św\.|gen\.|ks\.|al\.?) ?)`
const streetName = String.raw`(?:${particle}{0,2}(?:${word}|\p{Lu}\.)[ -]?|[0-9]{1,2}\.? (?:de )?${word} ?){1,4}`
const frenchName = new RegExp(`^${streetName}`, 'u')
const frenchWithParticle = new RegExp(`^${particle}${streetName}`, 'u')
/** The sixteen units before the kind are all that it reads. */
const frenchNumber = /(?<![\p{L}\p{N}_.:/-])\d{1,4}(?: ?(?:bis|ter|quater|[A-D])(?!\p{L}))?,? $/u

/** The end of `12`, `12,`, `12 bis`, `12 B`. */
const numberEnds = /[0-9,A-Dsr]/u

function french(text: string, start: number, end: number, kind: RomanceStreetKind): Span | undefined {
  if (text.charCodeAt(start - 1) !== blank || !numberEnds.test(text.charAt(start - 2))) return undefined
  const number = frenchNumber.exec(text.slice(Math.max(0, start - 16), start))?.[0]
  if (number === undefined) return undefined
  const form = kind === 'number first' ? frenchName : frenchWithParticle
  const name = form.exec(text.slice(end, end + maxName))?.[0].trimEnd()
  if (name === undefined || name.split(' ').some(isThingOfPrograms)) return undefined
  return {
    start: flatStartBefore(text, start - number.length),
    end: localityEnd(text, flatEnd(text, end + name.length)),
  }
}

const nameAndNumber = new RegExp(
  String.raw`^(${streetName})(?:,? ?(?:[nN][.ºo°r]{0,2} ?|núm\.? ?|num\.? ?)?[1-9][0-9]{0,4}[A-Za-z]?(?:[-/] ?[0-9]{1,4}[A-Za-z]?)?|, s/n)(?![\p{L}\p{N}_%]|[.:,][0-9]|[ ]?(?:%|[kMGT]B|ms)(?!\p{L}))`,
  'u',
)

function southern(text: string, start: number, end: number, kind: RomanceStreetKind): Span | undefined {
  if (kind === 'number last, capital' && !isCapitalAt(text, start)) return undefined
  const match = nameAndNumber.exec(text.slice(end, end + maxName))
  if (match === null) return undefined
  const [whole, name = ''] = match
  if (name.trim().split(' ').some(isThingOfPrograms)) return undefined
  return { start, end: localityEnd(text, flatEnd(text, end + whole.length)) }
}

/** `Via Proxy 3`, `via HTTP 2`. */
function isThingOfPrograms(part: string): boolean {
  if (!isCapitalAt(part, 0)) return false
  return /^\p{Lu}{3,}$/u.test(part) || (isThing(part) && !/^(?:Palace|Castle|Garden|Church|E|Y)/u.test(part))
}
