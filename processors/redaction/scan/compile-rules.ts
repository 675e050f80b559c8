import type { AnchorRule, CodeRule, FieldRule, LongWordRule, RowRule, Rule, Words } from '../rules/rule.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import type { CodesOfLength, CodeTable } from './judge-row.ts'
import { mayBeUnbroken } from './unbroken.ts'
import { classesOf } from './unit-classes.ts'

/** How far a rule has read the present text; `scan` says which text that is. */
export interface Progress {
  scan: number
  until: number
}

/** What is needed of a rule while a text is read. */
export type FieldReader = Pick<FieldRule, 'type' | 'name' | 'confidence' | 'loose' | 'read'>
export type AnchorFinder = Pick<AnchorRule, 'type' | 'name' | 'confidence' | 'find'>

/**
 * One thing that a final state of the automaton means. Of all kinds the fields are the same, whether they are used or not:
 * reading objects of many shapes is slow.
 */
export interface Ending {
  /**
   * - `digits`: they may belong to a number
   * - `word`: it announces codes; `id` as in `NearbyWords`
   * - `field`: the name of one, for `field.read`
   * - `anchor`: for `anchor.find`
   */
  readonly kind: 'digits' | 'word' | 'field' | 'anchor'
  /** Units from the beginning of the pattern to here. */
  readonly length: number
  readonly id: number
  readonly field: FieldReader | undefined
  readonly anchor: AnchorFinder | undefined
  /** The anchor as it must stand in the text, if case tells. */
  readonly exact: string | undefined
  /** For anchors: no letter or digit may stand before. For fields: a word begins here. */
  readonly atWordStart: boolean
  readonly progress: Progress
}

/** A rule of a code, with the words that announce it as numbers of the table. */
interface CompiledCode {
  readonly rule: CodeRule
  readonly words: ReadonlySet<number>
}

export interface CompiledRow {
  readonly rule: RowRule
  readonly words: ReadonlySet<number>
}

/** All rules, ready for `scanText`. */
export interface RuleProgram {
  readonly automaton: Automaton
  /** In the order of the final states. */
  readonly endings: readonly (readonly Ending[])[]
  readonly codes: CodeTable
  readonly rows: readonly CompiledRow[]
  /** By length: may digits alone, with no word near, be anything? 1 or 0. */
  readonly loneLengths: Uint8Array
  readonly longWords: readonly LongWordRule[]
}

/** Digits as they stand in numbers; the first patterns of the automaton, for no others are met so often. Shorter runs and other joints are in none that a rule knows. */
const digitPatterns = ['000', '0 0', '0/0']

/** Compiles rules to one automaton and a few tables. */
export function compileRules(rules: readonly Rule[]): RuleProgram {
  const patterns = new Map<string, { classes: readonly number[]; endings: Ending[] }>()
  const add = (text: string, ending: Partial<Ending> & Pick<Ending, 'kind'>): void => {
    const classes = classesOf(text)
    const key = String.fromCharCode(...classes)
    let pattern = patterns.get(key)
    if (pattern === undefined) {
      pattern = { classes, endings: [] }
      patterns.set(key, pattern)
    }
    pattern.endings.push(endingOf(classes.length, ending))
  }
  for (const digits of digitPatterns) add(digits, { kind: 'digits' })

  const wordIds = new Map<string, number>()
  const wordSet = (words: Words): ReadonlySet<number> => {
    const ids = new Set<number>()
    for (const word of words) {
      let id = wordIds.get(word)
      if (id === undefined) {
        id = wordIds.size
        wordIds.set(word, id)
        for (const spelling of spellings(word)) add(spelling, { kind: 'word', id, atWordStart: true })
      }
      ids.add(id)
    }
    return ids
  }

  const digits: CompiledCode[][] = []
  const letters: CompiledCode[][] = []
  const rows: CompiledRow[] = []
  const longWords: LongWordRule[] = []
  for (const rule of rules) {
    switch (rule.kind) {
      case 'code': {
        const compiled = { rule, words: wordSet(rule.words) }
        for (const length of rule.lengths) {
          if (rule.alphabet !== 'letters') digits[length] = [...(digits[length] ?? []), compiled]
          if (rule.alphabet !== 'digits') letters[length] = [...(letters[length] ?? []), compiled]
        }
        break
      }
      case 'field': {
        const progress = { scan: -1, until: 0 }
        const { type, name, confidence, loose = false, read } = rule
        const field: FieldReader = { type, name, confidence, loose, read }
        for (const spoken of rule.names) {
          for (const spelling of spellings(spoken)) {
            add(spelling, { kind: 'field', field, progress, atWordStart: rule.inWord !== true })
          }
        }
        break
      }
      case 'anchor': {
        const progress = { scan: -1, until: 0 }
        const { type, name, confidence, find } = rule
        const anchor: AnchorFinder = { type, name, confidence, find }
        for (const literal of rule.anchors) {
          const exact = rule.caseSensitive ? literal : undefined
          add(literal, { kind: 'anchor', anchor, exact, progress, atWordStart: rule.atWordStart })
        }
        break
      }
      case 'row':
        rows.push({ rule, words: wordSet(rule.words) })
        break
      case 'long-word':
        longWords.push(rule)
    }
  }
  const all = [...patterns.values()]
  const automaton = buildAutomaton(
    all.map(({ classes }) => classes),
    digitPatterns.length,
  )
  const codes = { digits: digits.map(codesOfLength), letters: letters.map(codesOfLength) }
  return {
    automaton,
    endings: automaton.ended.map((ended) => ended.flatMap((pattern) => all[pattern]?.endings ?? [])),
    codes,
    rows,
    loneLengths: loneLengthsOf(codes, rows),
    longWords,
  }
}

function endingOf(
  length: number,
  { kind, id, field, anchor, exact, atWordStart, progress }: Partial<Ending> & Pick<Ending, 'kind'>,
): Ending {
  return {
    kind,
    length,
    id: id ?? -1,
    field,
    anchor,
    exact,
    atWordStart: atWordStart ?? false,
    progress: progress ?? { scan: -1, until: 0 },
  }
}

/** What needs no word, as one expression: most numbers have none beside them, and fail it. */
function codesOfLength(codes: readonly CompiledCode[], length: number): CodesOfLength {
  const bare = codes.map(({ rule }) => rule).filter((rule) => rule.bare !== false)
  const byWord = new Map<number, CodeRule[]>()
  for (const { rule, words } of codes) {
    for (const word of words) {
      const rules = byWord.get(word)
      if (rules === undefined) byWord.set(word, [rule])
      else rules.push(rule)
    }
  }
  return {
    byWord,
    bare,
    bareShapes: anyShapeOf(bare),
    unbrokenShapes: anyShapeOf(bare.filter((rule) => mayBeUnbroken(rule, length))),
  }
}

/** Longer runs of digits are no codes, and no numbers of cards. */
const maxLone = 63

function loneLengthsOf({ digits }: CodeTable, rows: readonly CompiledRow[]): Uint8Array {
  return Uint8Array.from({ length: maxLone + 1 }, (_, length) => {
    const isCode = digits[length]?.unbrokenShapes !== undefined
    return isCode || rows.some(({ rule }) => length >= (rule.loneFrom ?? maxLone + 1)) ? 1 : 0
  })
}

function anyShapeOf(rules: readonly CodeRule[]): RegExp | undefined {
  if (rules.length === 0) return undefined
  const shapes = rules.map(({ shape }) => `(?:${withoutReferences(shape.source)})`)
  if (shapes.some((shape) => /\\[1-9k]/u.test(shape))) return /^/u
  return new RegExp(shapes.join('|'), rules.some(({ shape }) => shape.ignoreCase) ? 'iu' : 'u')
}

/**
 * Back-references count from the beginning of the whole expression. Where they ask for the same separator again, any
 * separator will do for a first look.
 */
function withoutReferences(source: string): string {
  const groups = source.match(/\((?!\?)[^()]{1,100}\)/gu) ?? []
  const areSeparators = groups.every((group) => /^\(\[[ ./-]{1,4}\]\?\)$/u.test(group))
  return areSeparators ? source.replaceAll(/\\[1-9]/gu, String.raw`[ .\/\-]?`) : source
}

/** A space in a word stands for a joint, or for nothing: `tax id` for `tax_id` and `taxId`. */
function spellings(word: string): readonly string[] {
  const [first = '', ...others] = word.split(' ')
  return others.reduce((begun, part) => begun.flatMap((text) => [`${text} ${part}`, text + part]), [first])
}
