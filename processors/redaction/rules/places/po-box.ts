import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule, Span } from '../rule.ts'
import { localityEnd } from './locality.ts'

/** `PO Box 123, Springfield, IL 62704`, `Postfach 10 01 23`, `Apartado de correos 45`. */
export const poBox: AnchorRule = {
  kind: 'anchor',
  name: 'address_po_box',
  type: 'address',
  title: 'Post office box',
  source: 'Universal Postal Union, Addressing S42; https://pe.usps.com/text/pub28/28c2_037.htm',
  anchors: [
    ...[
      'po box',
      'p.o. box',
      'p.o box',
      'post office box',
      'postfach',
      'postbus',
      'apartado de correos',
      'apdo. de correos',
    ],
    ...['pob 0', 'bp 0', 'b.p. 0', 'c.p. 0', 'rr 0 box', 'rr 00 box', 'hc 0 box', 'hc 00 box', 'rural route 0 box'],
    ...['casella postale', 'caixa postal', 'boîte postale', 'skrytka pocztowa', 'postboks', 'postbox'],
  ],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.9,
  find(text, start, end) {
    if (text.charCodeAt(end - 1) <= nine) return shortName(text, start, end)
    const number = /^[ :]{1,2}(?:n[.ºo°r]{0,2} ?|#)?\d{1,7}(?:[A-Z](?![A-Z])|(?: \d{2}){0,3})(?![\p{L}\p{N}_])/iu.exec(
      text.slice(end, end + 24),
    )?.[0]
    if (number === undefined || isWordUnitAt(text, end)) return undefined
    return { start, end: localityEnd(text, end + number.length) }
  },
}

const nine = 57

/** `BP 123, 75002 Paris`: blood pressure, or anything, if no town follows. */
function shortName(text: string, start: number, end: number): Span | undefined {
  const length = boxNumber.exec(text.slice(end - 1, end + 9))?.[0].length
  if (length === undefined) return undefined
  const boxEnd = end - 1 + length
  const last = localityEnd(text, boxEnd)
  return last > boxEnd ? { start, end: last } : undefined
}

const boxNumber = /^[0-9]{1,6}(?![\p{L}\p{N}_%]|[.:/-][\p{L}\p{N}])/u
