import { cleanJson, cleanText } from './clean-window.ts'
import type { Finding } from './finding.ts'
import { copyJsonState, type JsonState } from './json-state.ts'
import type { Judge } from './judge-text.ts'
import { readPlainJson } from './plain-json.ts'

/** A line, or as much of it as is judged at once. */
export interface Window {
  readonly text: string
  /** What begins in this part counts; the rest says what is around it, and has its own window. */
  readonly from: number
  readonly to: number
  /** The line ends with this window. */
  readonly isEnd: boolean
  /** Where a document stands at the beginning of `text`; `undefined` if this is known not to be JSON. */
  readonly json: JsonState | undefined
}

export interface ScannedWindow {
  readonly findings: readonly Finding[]
  /** Where the document stands at the end; `undefined` if this is no JSON. */
  readonly json: JsonState | undefined
  /** Where what was scanned ends: at `to`, or behind what began before. */
  readonly end: number
  /** From `from` to `end`, with every finding replaced; empty unless asked for. */
  readonly clean: string
}

/** Replacing one entity can lay another bare; what is not clean after this many rounds goes as a whole. */
const maxRounds = 8

export function scanWindow(judge: Judge, window: Window, wantsClean: boolean): ScannedWindow {
  const { from, to } = window
  const first = judgeWindow(judge, window)
  const { findings, json } = first
  if (findings.length === 0) return { findings, json, end: to, clean: wantsClean ? window.text.slice(from, to) : '' }
  const isText = json === undefined
  const replace = isText ? cleanText : cleanJson
  if (!wantsClean) {
    const lastEntity = findings.findLast(({ entity }) => entity !== undefined)
    return { findings, json, end: Math.max(to, lastEntity?.end ?? to), clean: '' }
  }
  let { clean, end } = replace(window.text, findings, from, to)
  // positions in the cleaned text; `end` stays one in the text as it was
  let text = window.text
  let behind = end
  for (let round = 1; round <= maxRounds; round++) {
    text = text.slice(0, from) + clean + text.slice(behind)
    behind = from + clean.length
    const again = judgeWindow(judge, { ...window, text, to: behind }).findings
    if (again.length === 0) return { findings, json, end, clean }
    const next = replace(text, again, from, behind)
    clean = next.clean
    end += next.end - behind
    behind = next.end
  }
  return { findings, json, end, clean: isText ? '[removed]' : clean }
}

function judgeWindow(judge: Judge, window: Window): { findings: readonly Finding[]; json: JsonState | undefined } {
  const { text, from, to, isEnd } = window
  const isOurs = ({ start, end, entity }: Finding) =>
    start < to && (start >= from || (entity === undefined && end > from))
  const json = window.json === undefined || !canBeJson(window.json, text) ? undefined : copyJsonState(window.json)
  const plain = json === undefined ? undefined : readPlainJson(json, text, isEnd)
  if (plain === undefined) return { findings: judge.text(text).filter(isOurs), json: undefined }
  return { findings: judge.json(text, plain).filter(isOurs), json }
}

function canBeJson({ frames, open }: JsonState, text: string): boolean {
  return frames.length > 0 || open !== undefined || /^\s{0,256}[{[]/u.test(text)
}
