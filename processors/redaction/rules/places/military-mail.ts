import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'

/** Mail of the armed forces and embassies of the USA: `PSC 1234, Box 5678, APO AE 09012`, `USS Example, FPO AP 96601`. */
export const militaryMail: AnchorRule = {
  kind: 'anchor',
  name: 'address_military',
  type: 'address',
  country: 'US',
  title: 'Military and diplomatic address of the USA',
  source: 'https://pe.usps.com/text/pub28/28c2_010.htm (Publication 28, section 225)',
  anchors: ['apo a', 'fpo a', 'dpo a'],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.9,
  find(text, start, end) {
    const length = regionAndCode.exec(text.slice(end - 1, end + 14))?.[0].length
    if (length === undefined || isWordUnitAt(text, end + length - 1)) return undefined
    const before = text.slice(Math.max(0, start - maxBefore), start)
    return { start: start - (unitBefore(before)?.length ?? 0), end: end - 1 + length }
  },
}

const maxBefore = 56
const regionAndCode = /^(?:AA|AE|AP),? [0-9]{5}(?:-[0-9]{4})?/iu

/** The last line or the last two parts before: nothing else is looked at, so that it may be open to the left. */
function unitBefore(before: string): string | undefined {
  for (let index = before.length - 1; index >= 0; index--) {
    const initial = before.charCodeAt(index) | 32
    // `PSC`, `CMR`, `Unit`, `OMC`, `USS`, `USNS`
    if (initial !== 112 && initial !== 99 && initial !== 117 && initial !== 111) continue
    if (isWordUnitAt(before, index - 1)) continue
    const unit = form.exec(before.slice(index))?.[0]
    if (unit !== undefined) return unit
  }
  return undefined
}

const form =
  /^(?:(?:PSC|CMR|OMC|UMR|Unit) [0-9]{1,5},? Box [0-9]{1,6}|US(?:S|NS|NV|CGC) [\p{L}'’-]{2,20}(?: [\p{L}'’-]{2,20})?|Unit [0-9]{1,5}),?\s{1,4}(?:> ?)?$/iu
