import type { FieldRule } from '../rule.ts'

/** Codes of banks. Most have no digit and could be words: the name of a field must say what they are. */
export const bic: FieldRule = {
  kind: 'field',
  name: 'bic',
  type: 'bank_account',
  title: 'Code of a bank (BIC, SWIFT code)',
  source: 'ISO 9362: four letters, the country of ISO 3166-1, two units of the place, and three of the branch',
  loose: true,
  confidence: 0.95,
  names: [
    ...['bic', 'bic code', 'bic no', 'bic swift', 'bic/swift', 'swift', 'swift code', 'swift no', 'swift number'],
    ...['swift bic', 'swift/bic', 'swift id', 'swift address', 'bank identifier code', 'business identifier code'],
    ...['codigo swift', 'code swift', 'codice swift', 'swift kod', 'code bic', 'codice bic', 'codigo bic'],
  ],
  read(text, { start }) {
    const written = code.exec(text.slice(start, start + 16))
    const country = written?.[1] ?? written?.[2] ?? ''
    if (written === null || !countries.has(country)) return undefined
    // the language of that name, and the storage: `SWIFT COMPILER`
    if (bareSwift.test(text.slice(Math.max(0, start - 13), start)) && !/\d|XXX$/u.test(written[0])) return undefined
    return { start, end: start + written[0].length }
  },
}

// the second unit of the place is no O; passive members have a 1 there, and codes for tests a 0
const code =
  /^(?:[A-Z]{4}([A-Z]{2})[A-Z2-9][A-NP-Z\d](?:[A-Z\d]{3})?|[A-Z]{4} ([A-Z]{2}) [A-Z2-9][A-NP-Z\d](?: [A-Z\d]{3})?)(?![\p{L}\p{N}_-])/u

const bareSwift = /(?<!bic[ /_-])swift[ \t]{1,3}$/iu

/** Where there are banks, and Kosovo. */
const countries: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CD CF CG ' +
    'CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI ' +
    'GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ ' +
    'LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI ' +
    'NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR ' +
    'SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
  ).split(' '),
)
