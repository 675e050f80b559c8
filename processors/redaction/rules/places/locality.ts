/**
 * Reads what follows a street: postal code and town, in the order of the country, and the country.
 *
 * @returns where it ends; `end` itself if no place follows
 */
export function localityEnd(text: string, end: number): number {
  const behind = text.slice(end, end + 96)
  for (const form of forms) {
    const match = form.exec(behind)
    if (match !== null) return countryEnd(text, end + match[0].length)
  }
  return end
}

/** A comma, a line end, also one that is still escaped, or a blank. */
const joint = String.raw`(?:,? ?(?:\r?\n|\\n)|,| [-–•]|) ?`
const word = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,24}`
/** As long as it must be: what ends a town is known. */
const town = String.raw`(?:St\. )?${word}(?: (?:${word}|on|upon|of|by|the|in|le|la|les|de|du|del|sur|sous|en)){0,4}`
/** Where nothing says how far a town goes on: `Berlin`, `Bad Homburg`, `Frankfurt am Main`, `Den Haag`. */
const plainTown = String.raw`(?:(?:Bad|Sankt|St\.?|Saint|San|Santa|New|Le|La|Les|Den|Los|Las|El|Nowy|Nowa|Stary|Vila|Porto) )?${word}(?: (?:am|an der|a\. ?d\.|im|ob der|in der|bei|de|del|della|do|da|sur|sous|nad|aan den|en) ${word})?`
const northAmerica =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|VI|GU'
const stateNames =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming'
const ukCode = '[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}'
const border = String.raw`(?![\p{L}\p{N}])`

const forms: readonly RegExp[] = [
  // Springfield, IL 62704-1234
  `^${joint}(?:${town},? )?(?:${northAmerica}|${stateNames}),? [0-9]{5}(?:-[0-9]{4})?${border}`,
  // Toronto, ON M5V 2T6
  String.raw`^${joint}(?:${town},? )?\(?(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)\)?,? (?:[A-Z][0-9][A-Z][ -]?[0-9][A-Z][0-9])?${border}`,
  // Sydney NSW 2000
  `^${joint}(?:${town},? )?(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? [0-9]{4}${border}`,
  // London SW1A 1AA
  String.raw`^${joint}(?:${town},? ?(?:${town},? ?)?(?:\r?\n|\\n)? ?)?${ukCode}${border}`,
  // 1015 CN Amsterdam
  `^${joint}[1-9][0-9]{3} ?[A-Z]{2}${border}(?:,? ${plainTown})?`,
  // 10115 Berlin, D-10115 Berlin, 00-001 Warszawa, 1000-001 Lisboa, 111 22 Stockholm, 00184 Roma (RM)
  String.raw`^${joint}(?:[A-Z]{1,3}[- ])?(?:[0-9]{4,5}|[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{3} [0-9]{2}),? ${plainTown}(?: \(?[A-Z]{2}\)?)?${border}`,
  // Springfield, IL
  `^${joint}${town}, (?:${northAmerica})${border}`,
  // Springfield 62704
  `^, ?${town},? [0-9]{4,6}(?:-[0-9]{3,4})?${border}`,
  // London, at the end
  String.raw`^, ?${town}(?:, ${town})?(?=[.;)"']? ?(?:\n|$)|[;)"'|])`,
].map((source) => new RegExp(source, 'u'))

const country = new RegExp(
  String.raw`^${joint}(?:USA|U\.S\.A\.|US|United States(?: of America)?|UK|United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand|Germany|Deutschland|Austria|Österreich|Switzerland|Schweiz|Suisse|France|Spain|España|Italy|Italia|Portugal|Netherlands|Nederland|The Netherlands|Belgium|Belgique|België|Poland|Polska|Sweden|Sverige|Norway|Norge|Denmark|Danmark|Finland|India|Brazil|Brasil|Mexico|México)${border}`,
  'u',
)

function countryEnd(text: string, end: number): number {
  return end + (country.exec(text.slice(end, end + 32))?.[0].length ?? 0)
}
