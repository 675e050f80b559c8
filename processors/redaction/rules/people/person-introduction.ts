import type { AnchorRule } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { readName } from './read-name.ts'

/** Who says who they are: `my name is Ada`, `ich heiße Ada`, `I'm Ada Lovelace from …`. */
export const personIntroduction: AnchorRule = {
  kind: 'anchor',
  name: 'person_introduction',
  type: 'person',
  title: 'Name with which somebody introduces themselves',
  source: 'https://www.unicode.org/reports/tr35/tr35-personNames.html',
  anchors: [
    ...['my name is ', "my name's ", 'name is ', 'call me ', 'ich heiße ', 'ich heisse ', 'mein name ist '],
    ...["je m'appelle ", 'mon nom est ', 'me llamo ', 'mi nombre es ', 'mi chiamo ', 'il mio nome è '],
    ...['nazywam się ', 'mam na imię ', 'ik heet ', 'mijn naam is ', 'jag heter ', 'mitt namn är ', 'jeg hedder '],
    ...['jeg heter ', 'me chamo ', 'meu nome é ', 'menya zovut ', 'i am ', "i'm ", 'this is '],
    ...['ich bin ', 'je suis ', 'yo soy ', 'io sono ', 'ik ben '],
  ],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.8,
  find(text, start, end) {
    const said = text.slice(start, end).toLowerCase()
    const nameEnd = readName(text, end) ?? lowerCaseEnd(text, end)
    if (nameEnd === undefined) return undefined
    if (unmistakable.test(said)) return { start: end, end: nameEnd }
    const name = text.slice(end, nameEnd)
    const words = name.split(/[ \u00a0]/u)
    const isKnown = isGivenName(words[0]?.split('-')[0] ?? '')
    const goesOn = text.slice(nameEnd, nameEnd + 12)
    // `I am Ada`, but `this is Julia code` and `I'm Using Docker`
    if (
      isKnown &&
      (words.length > 1 || /^(?:[,.!?;\n)]|$| from | at | here| calling| speaking| and | und | et )/u.test(goesOn))
    ) {
      return { start: end, end: nameEnd }
    }
    const isPerson =
      words.length > 1 &&
      (said.startsWith('this') ? /^(?:,? calling| speaking| here| from )/u : saidOfPeople).test(goesOn)
    return isPerson ? { start: end, end: nameEnd } : undefined
  },
}

const unmistakable =
  /name|nom |nombre|naam|namn|nome|call me|hei(?:ß|ss)e|appelle|llamo|chiamo|nazywam|imię|heet|heter|hedder|chamo|zovut/u

/** What comes behind the name of a person who has just said it. */
const saidOfPeople = /^(?:[,.!?;\n)]|$| from | at | and | und | aus | von | de | et | y )/u

/** `my name is ada lovelace`: only names that are known, and what then ends the sentence. */
function lowerCaseEnd(text: string, start: number): number | undefined {
  const words =
    /^(\p{Ll}[\p{L}\p{M}]{2,15})(?: (\p{Ll}[\p{L}\p{M}]{2,20})(?=[,.!?;\n]|$| and ))?(?![\p{L}\p{N}])/u.exec(
      text.slice(start, start + 44),
    )
  return words !== null && isGivenName(words[1] ?? '') ? start + words[0].length : undefined
}
