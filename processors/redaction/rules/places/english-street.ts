import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { commonStreetKinds, rareStreetKinds } from './english-street-kinds.ts'
import { localityEnd } from './locality.ts'

/** House number, name and kind of street, as in English: `Flat 3, 12B Baker Street, London NW1 6XE`, `123 N Main St Apt 4`. */
export const englishStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_english_street',
  type: 'address',
  title: 'Street address as written in English',
  source: 'https://pe.usps.com/text/pub28/28apc_002.htm (Publication 28, appendix C1)',
  anchors: [...commonStreetKinds, ...rareStreetKinds, 'apt', 'apartment', 'suite'],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    if (isWordUnitAt(text, end) || !/[ ,\n]/u.test(text.charAt(start - 1))) return undefined
    const kind = text.slice(start, end)
    const form = formOf(kind)
    const length = form && lengthBefore(text.slice(Math.max(0, start - 64), start), form)
    if (length === undefined) return undefined
    const streetEnd = behindStreet(text, flats.test(kind) ? start - 1 : end)
    const addressEnd = localityEnd(text, streetEnd)
    if (isDoubtful(kind) && addressEnd === streetEnd) {
      // `8394 Kim Meadows` and `508 Joseph Suite 12`, but not `3 Message Stream`
      const isAlone = flats.test(kind)
        ? streetEnd > start
        : streetEnd > end || endsPhrase.test(text.slice(end, end + 2))
      if (!isAlone || !/^\d{3}/u.test(text.slice(start - length))) return undefined
    }
    return { start: start - length, end: addressEnd }
  },
}

const rare = new Set(rareStreetKinds)
function isDoubtful(kind: string): boolean {
  return flats.test(kind) || rare.has(kind.toLowerCase())
}

const flats = /^(?:apt|apartment|suite)$/iu
const endsPhrase = /^(?:$|[,;)"'\n|]|\.(?:\s|$))/u

const flat = String.raw`(?:(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Uu]nit|[Ss]uite|[Rr]oom) [0-9A-Z]{1,4},? |[0-9]{1,4}/)?`
const borderBefore = String.raw`(?<![\p{L}\p{N}_.-]|[0-9][:/,])`
const number = `${borderBefore}${flat}[0-9]{1,5}[A-Za-z]?(?:[-–][0-9]{1,4}[A-Za-z]?)?,?(?: 1/2)? `
const longNumber = `${borderBefore}[0-9]{1,5} `
const word = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{0,24}`
const direction = String.raw`(?:(?:N|S|E|W|NE|NW|SE|SW)\.? )?`
const capitalised = new RegExp(
  `${number}${direction}(?:(?:${word}|[0-9]{1,3}(?:st|nd|rd|th)|of|the|de|la|los) ){1,4}$`,
  'u',
)
const lowerCase = new RegExp(`${number}(?:[a-z]{3,16} |[0-9]{1,3}(?:st|nd|rd|th) ){1,2}$`, 'u')
const short = new RegExp(`${longNumber}(?:${word} ){1,2}$`, 'u')
const beforeFlat = new RegExp(`${longNumber}(?:${word} ){1,3}$|${longNumber}(?:${word} ){0,2}${word}, ?$`, 'u')

/** The length of number and name before the kind of street; `undefined` if they are none. */
function lengthBefore(before: string, form: RegExp): number | undefined {
  const written = form.exec(before)?.[0]
  if (written === undefined) return undefined
  const words = written.toLowerCase().split(/[ ,]/u)
  return words.some((name) => noStreets.has(name)) ? undefined : written.length
}

function formOf(kind: string): RegExp | undefined {
  if (flats.test(kind)) return beforeFlat
  if (/^\p{Lu}/u.test(kind)) return rare.has(kind.toLowerCase()) ? short : capitalised
  // these may have a small letter
  return /^(?:street|avenue|ave|road|boulevard|blvd|lane)$/u.test(kind) ? lowerCase : undefined
}

/** What is counted, or called so, in the words of programs: `3 Google Drive files`, `2 Hard Drive`, `404 Not Found Page Close`. */
const noStreets = new Set(
  `google hard disk usb one flash network shared team food supreme solid state external error errors step http https
  status code page open file files test tests cpu gpu core cores thread threads request requests response version job
  build task stage phase level item items row rows node nodes port ports pod pods event events user users data time
  message messages byte bytes first last next previous new old every each retry retries attempt attempts check health
  entry starting stopped mount mounted device cloud tape boot virtual zip and or not found in on at to for from with by
  via is are was per min max avg total count sec secs ms minutes hours days weeks months years begin start run api key
  public private jan feb mar apr may jun jul aug sep oct nov dec info warn debug got end`.split(/\s+/u),
)

const directionBehind = /^ (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)(?![\p{L}\p{N}])\.?/u
const flatBehind =
  /^,?(?: |\r?\n|\\n){0,2}(?:(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|bldg|building|lot|level)\.? ?#? ?(?:\d{1,5}[A-Z]?|[A-Z]\d{0,4})|# ?[0-9A-Z]{1,5}|\d{1,2}(?:st|nd|rd|th) floor)(?![\p{L}\p{N}])/iu
const abbreviation = /(?<!\p{L})(?:st|ave?|rd|ln|blvd|dr|ct|pl|ter|sq|cir|hwy|pkwy|cres|gdns|trl)$/iu

/** Behind the point of `St.`, the direction and the flat. */
function behindStreet(text: string, end: number): number {
  let position = end
  // at the end of a sentence the point is that of both
  if (/^\.[ ,]/u.test(text.slice(end, end + 2)) && abbreviation.test(text.slice(end - 5, end))) position++
  position += directionBehind.exec(text.slice(position, position + 8))?.[0].length ?? 0
  return position + (flatBehind.exec(text.slice(position, position + 24))?.[0].length ?? 0)
}
