import { isJointAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { readName } from './read-name.ts'

/** Who is greeted: `Dear Ada`, `Sehr geehrte Frau Lovelace` (with the rule for titles), `Hi Ada,`, `hey ada, could you …`. */
export const personSalutation: AnchorRule = {
  kind: 'anchor',
  name: 'person_salutation',
  type: 'person',
  title: 'Name in a greeting',
  source: 'https://en.wikipedia.org/wiki/Salutation',
  anchors: [
    ...['dear ', 'dearest ', 'liebe ', 'lieber ', 'cher ', 'chère ', 'estimado ', 'estimada ', 'querido ', 'querida '],
    ...[
      'gentile ',
      'egregio ',
      'caro ',
      'cara ',
      'beste ',
      'geachte ',
      'prezado ',
      'prezada ',
      'kära ',
      'kære ',
      'kjære ',
    ],
    ...[
      'drogi ',
      'droga ',
      'szanowny ',
      'szanowna ',
      'hi ',
      'hello ',
      'hey ',
      'hallo ',
      'hola ',
      'bonjour ',
      'bonsoir ',
    ],
    ...['salut ', 'ciao ', 'buongiorno ', 'moin ', 'servus ', 'grüezi ', 'hej ', 'olá ', 'cześć ', 'thanks'],
    ...['thank you', 'danke ', 'merci ', 'gracias ', 'good morning ', 'good afternoon ', 'good evening '],
    ...['guten tag ', 'guten morgen ', 'guten abend ', 'buenos días ', 'buenas tardes ', 'goedemorgen '],
  ],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.8,
  find(text, start, end) {
    // `Thanks, Ada`; the others end with the space
    const gap = isJointAt(text, end - 1) ? 0 : /^,? (?!\s)/u.exec(text.slice(end, end + 3))?.[0].length
    if (gap === undefined) return undefined
    const nameStart = end + gap
    const nameEnd = readName(text, nameStart) ?? lowerCaseEnd(text, nameStart)
    if (nameEnd === undefined) return undefined
    const greeting = text.slice(start, end).trim()
    const isFormal = formal.test(greeting) && /^\p{Lu}/u.test(greeting)
    if (isFormal || hasComma(text, nameEnd, greeting)) return { start: nameStart, end: nameEnd }
    // a word with a capital can be anything here (`Hello Docker`), unless it is known as a name
    const [first = ''] = text.slice(nameStart, nameEnd).split(/[ -]/u)
    return isGivenName(first) ? { start: nameStart, end: nameEnd } : undefined
  },
}

/** What next to nothing but a person follows. */
const formal =
  /^(?:dear|dearest|liebe|lieber|cher|chère|estimad[oa]|querid[oa]|egregio|gentile|geachte|prezad[oa]|szanown[ya])$/iu

/** `Hi Ada, …`, at the beginning of a sentence. */
function hasComma(text: string, nameEnd: number, greeting: string): boolean {
  return text.charAt(nameEnd) === ',' && /^\p{Lu}/u.test(greeting)
}

/** `hi ada`: only names that are known. */
function lowerCaseEnd(text: string, start: number): number | undefined {
  // a letter of ASCII, or one beyond it
  if (!(text.charCodeAt(start) >= 97)) return undefined
  const word = /^\p{Ll}[\p{L}\p{M}]{2,15}(?=[,.!?:;\s]|$)/u.exec(text.slice(start, start + 17))?.[0]
  return word !== undefined && isGivenName(word) ? start + word.length : undefined
}
