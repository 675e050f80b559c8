import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'

/** `K1A 0B1`, in capitals and with its space. */
export const caPostalCode: AnchorRule = {
  kind: 'anchor',
  name: 'address_ca_postal_code',
  type: 'address',
  country: 'CA',
  title: 'Postal code of Canada',
  source: 'https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/postal-codes.page',
  // every second half: a space, a digit, a letter that it may have, and a digit
  anchors: [...'abceghjklmnprstvwxyz'].map((letter) => ` 0${letter}0`),
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.85,
  find(text, start, end) {
    if (text.charCodeAt(start) !== 32 || isWordUnitAt(text, end) || /^[-_/.]\w/u.test(text.slice(end, end + 2)))
      return undefined
    if (!code.test(text.slice(Math.max(0, start - 3), end)) || isWordUnitAt(text, start - 4)) return undefined
    return /[-_/.]/u.test(text.charAt(start - 4)) ? undefined : { start: start - 3, end }
  },
}

const code = /^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]$/u
