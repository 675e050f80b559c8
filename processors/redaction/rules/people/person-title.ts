import { asciiSet } from '../../scan/ascii-set.ts'
import type { AnchorRule } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { readName } from './read-name.ts'

/** Names behind a title: `Dr. Ada Lovelace`, `Herr von Bülow`, `Mme Dupont`, `Pani Nowak`. The title stays. */
export const personTitle: AnchorRule = {
  kind: 'anchor',
  name: 'person_title',
  type: 'person',
  title: 'Name behind a title such as Mr, Dr, Frau, Mme',
  source: 'https://www.unicode.org/reports/tr35/tr35-personNames.html',
  anchors: [
    ...['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Mister', 'Madam', 'Sir', 'Lady', 'Lord', 'Dame', 'Dr', 'Prof', 'Professor'],
    ...['Rev', 'Reverend', 'Rabbi', 'Capt', 'Sgt', 'Lt', 'MR', 'MRS', 'MS', 'DR', 'PROF'],
    ...['Herr', 'Herrn', 'Frau', 'Fräulein', 'Mme', 'Mlle', 'Madame', 'Mademoiselle', 'Monsieur', 'M.', 'Maître'],
    ...['Señor', 'Señora', 'Señorita', 'Sr', 'Sra', 'Srta', 'Senhor', 'Senhora', 'Doña'],
    ...['Sig', 'Signor', 'Signora', 'Dott', 'Avv', 'Ing', 'Pan', 'Pani', 'Mevrouw', 'Meneer', 'Dhr', 'Mw', 'Fru'],
  ],
  caseSensitive: true,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    const title = text.slice(start, end)
    const behind = behindTitle(text, title, end)
    if (behind === undefined) return undefined
    const position = behindOtherTitles(text, behind)
    const nameEnd = readName(text, position)
    if (nameEnd === undefined) {
      // no name stands behind the other titles either, unless the last one has a second blank: `Herr Dr.  Müller`
      const isRead = position > behind && behindBlanks(text, position) === position
      return isRead ? { start: position, end: position } : undefined
    }
    if (isNoTitle(text, start, title)) return undefined
    const name = text.slice(position, nameEnd)
    if (noNames.test(name) || (title === 'Pan' && !isPolish(name))) return undefined
    return { start: position, end: nameEnd }
  },
}

/** Words and units themselves, where no point follows: `MR 17`, `SIG Kill`, `Rev Update`. */
const needsPoint = new Set([
  'MR',
  'MRS',
  'MS',
  'DR',
  'PROF',
  'Rev',
  'Capt',
  'Sgt',
  'Lt',
  'Sig',
  'Avv',
  'Ing',
  'Dhr',
  'Mw',
])

function behindTitle(text: string, title: string, end: number): number | undefined {
  let position = end
  if (text.startsWith('.', position)) {
    position++
    // `Sig.ra`, `Dott.ssa`
    if (title === 'Sig' || title === 'Dott')
      position += /^(?:ra|na|ssa)\b/u.exec(text.slice(position, position + 4))?.[0].length ?? 0
  } else if (needsPoint.has(title)) return undefined
  const behind = behindBlanks(text, position)
  if (behind > position) return behind
  // `Mr.Smith`; a title without a point needs a space
  return position > end && title !== 'M.' && /^\p{Lu}\p{Ll}/u.test(text.slice(position, position + 2))
    ? position
    : undefined
}

/** At most two. */
function behindBlanks(text: string, start: number): number {
  const limit = Math.min(text.length, start + 2)
  let end = start
  while (end < limit && (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 160)) end++
  return end
}

const otherTitles =
  /(?:(?:Dr|Prof|Professor|Mag|Dipl|Ing|Dipl\.-Ing|med|jur|rer|nat|phil|h\.c|Frau|Herrn?|Mrs?|Ms)\.?[ \u00a0]){1,8}/uy
const isOtherInitial = asciiSet('DPMImjrnphFH')

function behindOtherTitles(text: string, position: number): number {
  if (position >= text.length || !isOtherInitial(text.charCodeAt(position))) return position
  otherTitles.lastIndex = position
  return position + (otherTitles.exec(text)?.[0].length ?? 0)
}

/** What stands before says that this is a street, the middle of a name, or a cache. */
function isNoTitle(text: string, start: number, title: string): boolean {
  const before = text.slice(Math.max(0, start - 32), start)
  // `12 Elm Dr Springfield`
  if (title === 'Dr' && /\d[\p{L}\d]{0,4} (?:\p{Lu}[\p{L}'.-]{0,20} ){1,3}$/u.test(before)) return true
  // `John M. Smith`, `4 M. Rows`
  if (title === 'M.' && /[\p{L}\p{N}][.,]? $/u.test(before))
    return !/(?:^|[\s,:])(?:à|de|pour|avec|et|par|monsieur|cher|que|chez) $/iu.test(before)
  if (title === 'Miss') return /(?:cache|hit|l\d|tlb|page|branch|near|data|read|write|index)s?[ /-]$/iu.test(before)
  return isJoined(text.charCodeAt(start - 1))
}

const isJoined = asciiSet('_/\\@$.-')

/** What is counted, and who is not a person: `Miss Rate`, `Sr Engineer`. */
const noNames =
  /^(?:Rate|Ratio|Count|Total|Latency|Penalty|Percent|Universe|World|Engineer|Developer|Manager|Director|Analyst|Software|Data|Product|Architect|Consultant|Designer|Presidente?|Dev|Java|Full|Who|Robot|Watson Health|America)\b/u

/** `Pan` begins other names, too. */
function isPolish(name: string): boolean {
  return name
    .split(' ')
    .some((word) => isGivenName(word) || /(?:[sc]k[ia]|dzki|wicz|czyk|[aeiu]k|ień|ń|ła|ł|ura|yński)$/u.test(word))
}
