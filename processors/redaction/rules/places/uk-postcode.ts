import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'

/** `SW1A 1AA`, in capitals and with its space; other spellings only where an address or a field says what they are. */
export const ukPostcode: AnchorRule = {
  kind: 'anchor',
  name: 'address_uk_postcode',
  type: 'address',
  country: 'GB',
  title: 'Postcode of the United Kingdom',
  source: 'BS 7666; https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema',
  // every second half: a space, a digit, and a letter that it may have; the engine takes all digits for the same
  anchors: [...'abdefghjlnpqrstuwxyz'].map((letter) => ` 0${letter}`),
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.85,
  find(text, start, end) {
    if (text.charCodeAt(start) !== 32 || isWordUnitAt(text, end + 1)) return undefined
    if (!inward.test(text.slice(start + 1, end + 1)) || /^[-_/]/u.test(text.charAt(end + 1))) return undefined
    const match = outward.exec(text.slice(Math.max(0, start - 5), start))
    if (match === null || !areas.has(match[1] ?? '')) return undefined
    return { start: start - match[0].length, end: end + 1 }
  },
}

/** Not the amounts `2GB`, `5TB`, `8PB`, `4EB`, and not `5HZ`. */
const inward = /^[0-9](?![GTPEZ]B|HZ)[ABD-HJLNP-UW-Z]{2}$/u
const outward = /(?<![\p{L}\p{N}_./-])([A-Z]{1,2})[0-9](?:[0-9]|[ABCDEFGHJKMNPRSTUVWXY])?$/u

/** The letters that a postcode can begin with. */
const areas = new Set(
  `AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU
  GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA
  PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS
  WV YO ZE`.split(/\s+/u),
)
