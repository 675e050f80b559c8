import { isThing } from '../people/things.ts'
import type { AnchorRule, Span } from '../rule.ts'
import { localityEnd } from './locality.ts'

/** The number stands before these. */
const numberFirst = [
  'rue',
  'boulevard',
  'bd',
  'avenue',
  'chemin',
  'impasse',
  'quai',
  'allée',
  'route',
  'place',
  'cours',
  'passage',
  'faubourg',
  'square',
  'allee',
]

/** The number stands at the end. */
const numberLast = [
  'calle',
  'c/',
  'avenida',
  'avda.',
  'av.',
  'paseo',
  'plaza',
  'ronda',
  'camino',
  'via',
  'viale',
  'piazza',
  'piazzale',
  'corso',
  'vicolo',
  'largo',
  'rua',
  'travessa',
  'alameda',
  'praça',
  'estrada',
  'rodovia',
  'ul.',
  'ulica',
  'al.',
  'aleja',
  'os.',
  'pl.',
]

const kinds = new Set([...numberFirst, ...numberLast])

/** Streets whose kind begins their name: `12 rue de la Paix, 75002 Paris`, `Calle Mayor 5`, `Via Roma 10`, `ul. Długa 3/5`. */
export const romanceStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_romance_street',
  type: 'address',
  title: 'Street address as written in French, Spanish, Italian, Portuguese and Polish',
  source: 'Universal Postal Union, Addressing S42; NF Z10-011',
  anchors: [...[...kinds].map((kind) => `${kind} `), 'c/'],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    const kind = text.slice(start, end).trimEnd().toLowerCase()
    if (!kinds.has(kind) || /[_./-]/u.test(text.charAt(start - 1))) return undefined
    const behind = text.slice(end, end + 72)
    return numberFirst.includes(kind)
      ? french(text, start, end, kind, behind)
      : southern(text, start, end, kind, behind)
  },
}

const word = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,24}`
const particle = String.raw`(?:(?:de la|de las|de los|de les|dos|das|della|delle|degli|dei|del|dell['’]|de l['’]|des|de|du|da|do|di|d['’]|la|le|les|l['’]|aux?|en|sur|y|e|św\.|gen\.|ks\.|al\.?) ?)`
const streetName = String.raw`(?:${particle}{0,2}(?:${word}|\p{Lu}\.)[ -]?|[0-9]{1,2} (?:de )?${word} ?){1,4}`
const frenchName = new RegExp(`^${streetName}`, 'u')
const frenchWithParticle = new RegExp(`^${particle}${streetName}`, 'u')
const frenchNumber = /(?<![\p{L}\p{N}_.:/-])\d{1,4}(?: ?(?:bis|ter|quater|[A-D])(?!\p{L}))?,? $/u

function french(text: string, start: number, end: number, kind: string, behind: string): Span | undefined {
  const number = frenchNumber.exec(text.slice(Math.max(0, start - 16), start))?.[0]
  if (number === undefined) return undefined
  // English has these, too: `3 place Holders`
  const isEnglish = /^(?:place|route|cours|passage|square|quai)$/u.test(kind)
  const name = (isEnglish ? frenchWithParticle : frenchName).exec(behind)?.[0].trimEnd()
  if (name === undefined || name.split(' ').some(isThingOfPrograms)) return undefined
  return { start: start - number.length, end: localityEnd(text, end + name.length) }
}

const nameAndNumber = new RegExp(
  String.raw`^(${streetName})(?:,? ?(?:n[.ºo°r]{0,2} ?|núm\.? ?|num\.? ?)?[1-9][0-9]{0,4}[A-Za-z]?(?:[-/] ?[0-9]{1,4}[A-Za-z]?)?(?:,? [0-9]{1,2}[ºª°](?: ?[A-Z](?![\p{L}\p{N}]))?)?|, s/n)(?![\p{L}\p{N}_%]|[.:,][0-9]|[ ]?(?:%|[kMGT]B|ms)(?!\p{L}))`,
  'u',
)

function southern(text: string, start: number, end: number, kind: string, behind: string): Span | undefined {
  const match = nameAndNumber.exec(behind)
  if (match === null) return undefined
  const [whole, name = ''] = match
  // `via` is a word of English, and of every second message
  const needsCapital = !/^(?:calle|c\/|avenida|avda\.|rua|ul\.|ulica|travessa|viale|piazza)$/u.test(kind)
  if (needsCapital && !/^\p{Lu}/u.test(text.slice(start, start + 1)) && !/^(?:al|av|os|pl)\.$/u.test(kind))
    return undefined
  if (name.trim().split(' ').some(isThingOfPrograms)) return undefined
  return { start, end: localityEnd(text, end + whole.length) }
}

/** `Via Proxy 3`, `via HTTP 2`. */
function isThingOfPrograms(part: string): boolean {
  return (
    (/^\p{Lu}{3,}$/u.test(part) || (isThing(part) && !/^(?:\p{Ll}|Palace|Castle|Garden|Church|E|Y)/u.test(part))) &&
    !/^\d/u.test(part)
  )
}
