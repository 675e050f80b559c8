import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
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
    ...['casella postale', 'caixa postal', 'boîte postale', 'skrytka pocztowa', 'postboks', 'postbox'],
  ],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.9,
  find(text, start, end) {
    const number = /^[ :]{1,2}(?:n[.ºo°r]{0,2} ?|#)?\d{1,7}(?: \d{2}){0,3}(?![\p{L}\p{N}_])/iu.exec(
      text.slice(end, end + 24),
    )?.[0]
    if (number === undefined || isWordUnitAt(text, end)) return undefined
    return { start, end: localityEnd(text, end + number.length) }
  },
}
