import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule, CodeRule, FieldRule } from '../rule.ts'
import { colonsInAddresses } from './colons-in-addresses.ts'

const facts = { type: 'mac', title: 'MAC address', source: 'IEEE 802-2014, clause 8' } as const

/** `00:1b:44:11:3a:b7`: six pairs, no more; a longer row of them is a fingerprint or a dump. */
export const mac: AnchorRule = {
  ...facts,
  kind: 'anchor',
  name: 'mac',
  anchors: colonsInAddresses,
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.95,
  find(text, colon) {
    const start = colon - 2
    const end = start + 17
    if (start < 0 || end > text.length) return undefined
    // most colons have no others three and six units behind; the time of day has one
    if (text.charCodeAt(colon + 3) !== colonUnit || text.charCodeAt(colon + 6) !== colonUnit) return undefined
    if (text.charCodeAt(colon + 1) === colonUnit || !pairs.test(text.slice(start, end))) return undefined
    if (goesOn(text, start - 1, -1) || goesOn(text, end, 1)) return undefined
    return isSomebodys(text.slice(start, end)) ? { start, end } : undefined
  },
}

/** `00-1B-44-11-3A-B7`, `001b.4411.3ab7`. */
export const macWithDashes: CodeRule = {
  ...facts,
  kind: 'code',
  name: 'mac_dashes',
  lengths: [12],
  alphabet: 'letters',
  shape: /^(?:[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/iu,
  check: isSomebodys,
  // a version of three numbers with four digits each has no letters
  bare: /-|[a-f]/iu,
  words: ['mac', 'mac address', 'ethernet', 'hw addr', 'bssid'],
}

/** The same behind a name: where no two digits stand beside a dash, `3C-CB-F6-AC-A4-BA`, no row would show it. */
export const macField: FieldRule = {
  ...facts,
  kind: 'field',
  name: 'mac_field',
  names: [
    'mac',
    'mac address',
    'mac addr',
    'hw addr',
    'hwaddr',
    'hardware address',
    'physical address',
    'ethernet address',
    'bssid',
    'client mac',
    'device mac',
    'wifi mac',
    'bluetooth address',
  ],
  loose: true,
  confidence: 0.95,
  read(text, { start }) {
    const written = dashedPairs.exec(text.slice(start, start + 19))?.[0]
    return written !== undefined && isSomebodys(written) ? { start, end: start + written.length } : undefined
  },
}

const dashedPairs = /^[0-9a-f]{2}(?:-[0-9a-f]{2}){5}(?![\w-])/iu

const colonUnit = 58
const pairs = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/iu

function goesOn(text: string, index: number, step: number): boolean {
  return isWordUnitAt(text, index) || (text.charCodeAt(index) === colonUnit && isWordUnitAt(text, index + step))
}

/** All zeros is nobody's, all ones everybody's. */
function isSomebodys(written: string): boolean {
  return !/^(?:0{2}[:.-]?){6}$|^(?:f{2}[:.-]?){6}$/iu.test(written)
}
