import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule, CodeRule } from '../rule.ts'
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
    // most colons have no others three and six units behind; the time of day has one
    if (text.charCodeAt(colon + 3) !== colonUnit || text.charCodeAt(colon + 6) !== colonUnit) return undefined
    const start = colon - 2
    const end = start + 17
    if (!pairs.test(text.slice(Math.max(0, start), end))) return undefined
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

/** The same where no two digits stand beside a dash, `3C-CB-F6-AC-A4-BA`: no row would show it. */
export const macWithLetters: AnchorRule = {
  ...facts,
  kind: 'anchor',
  name: 'mac_letters',
  anchors: Array.from('abcdef', (letter) => [`-${letter}`, `${letter}-`]).flat(),
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.95,
  find(text, start) {
    const dash = text.charCodeAt(start) === dashUnit ? start : start + 1
    // any of the five dashes may be the first that has a letter: most dashes have no other one three units away
    if (text.charCodeAt(dash + 3) !== dashUnit && text.charCodeAt(dash - 3) !== dashUnit) return undefined
    let first = dash
    while (first > dash - 12 && text.charCodeAt(first - 3) === dashUnit) first -= 3
    const span = { start: first - 2, end: first + 15 }
    if (!dashedPairs.test(text.slice(Math.max(0, span.start), span.end))) return undefined
    if (isPart(text, span.start - 1, -1) || isPart(text, span.end, 1)) return undefined
    return isSomebodys(text.slice(span.start, span.end)) ? span : undefined
  },
}

const dashUnit = 45
const dashedPairs = /^[0-9a-f]{2}(?:-[0-9a-f]{2}){5}$/iu

function isPart(text: string, index: number, step: number): boolean {
  return isWordUnitAt(text, index) || (text.charCodeAt(index) === dashUnit && isWordUnitAt(text, index + step))
}

const colonUnit = 58
const pairs = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/iu

function goesOn(text: string, index: number, step: number): boolean {
  return isWordUnitAt(text, index) || (text.charCodeAt(index) === colonUnit && isWordUnitAt(text, index + step))
}

/** All zeros is nobody's, all ones everybody's. */
function isSomebodys(written: string): boolean {
  return !/^(?:0{2}[:.-]?){6}$|^(?:f{2}[:.-]?){6}$/iu.test(written)
}
