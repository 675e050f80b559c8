import type { Finding, LocatedFinding } from './finding.ts'
import { joinKeyLines } from './join-key-lines.ts'
import { copyJsonState, type JsonState, startOfJson } from './json-state.ts'
import type { Judge } from './judge-text.ts'
import { readPlainJson } from './plain-json.ts'
import type { LinePiece } from './read-lines.ts'
import { scanWindow } from './scan-window.ts'

/** A longer line is judged in windows, each with some of what stands before and behind it. */
const windowUnits = 262_144
/** More than any entity is long, and than words reach. */
const contextUnits = 65_536

export interface TextScannerOptions {
  readonly judge: Judge
  readonly onFinding: (finding: LocatedFinding) => void
  /** Takes a clean copy, part by part; without it, none is made. */
  readonly onClean?: ((text: string) => void) | undefined
}

export interface TextScanner {
  readonly add: (piece: LinePiece) => void
  /** To be called behind the last piece. */
  readonly end: () => void
  /** How many lines there were. */
  readonly lines: () => number
}

/** Scans one input. Lines of JSON are read as such, by themselves or as parts of a document; the others as text. */
export function createTextScanner({ judge, onFinding, onClean }: TextScannerOptions): TextScanner {
  const wantsClean = onClean !== undefined
  let json: JsonState | undefined = startOfJson()
  let lines = 0
  // the part of a long line that is not done; `done` and what is before it is there for its sake
  let held = ''
  let heldFrom = 0
  let done = 0

  const report = (text: string, findings: readonly Finding[], from: number): void => {
    let earlier = 0
    let lineStart = 0
    let lineEnd = text.indexOf('\n')
    for (const { start, type, rule, confidence } of findings) {
      if (start < from) continue
      while (lineEnd !== -1 && lineEnd < start) {
        earlier++
        lineStart = lineEnd + 1
        lineEnd = text.indexOf('\n', lineStart)
      }
      const column = (earlier === 0 ? heldFrom + start : start - lineStart) + 1
      const where = { line: lines + earlier + 1, column }
      onFinding(rule === undefined ? { ...where, type, confidence } : { ...where, type, rule, confidence })
    }
  }

  const endLine = (text: string, end: '\n' | ''): void => {
    const scanned = scanWindow(judge, { text, from: done, to: text.length, isEnd: true, json }, wantsClean)
    report(text, scanned.findings, done)
    onClean?.(scanned.clean + end)
    json = scanned.json ?? startOfJson()
    lines += text.includes('\n') ? countOf('\n', text) + 1 : 1
    held = ''
    heldFrom = 0
    done = 0
  }

  const scanHeld = (): void => {
    const text = held
    const to = betweenCharacters(text, text.length - contextUnits)
    const scanned = scanWindow(judge, { text, from: done, to, isEnd: false, json }, wantsClean)
    report(text, scanned.findings, done)
    onClean?.(scanned.clean)
    let cut = betweenCharacters(text, to - contextUnits)
    json = scanned.json === undefined ? undefined : copyJsonState(json ?? startOfJson())
    if (json !== undefined) cut = readPlainJson(json, text.slice(0, cut), false)?.consumed ?? cut
    held = text.slice(cut)
    heldFrom += cut
    done = scanned.end - cut
  }

  const add = ({ text, end }: LinePiece): void => {
    if (held === '' && end !== undefined) {
      endLine(text, end)
      return
    }
    held += text
    while (held.length >= windowUnits) scanHeld()
    if (end !== undefined) endLine(held, end)
  }
  return { ...joinKeyLines(add), lines: () => lines }
}

/** Before the character at `index`, not within it. */
function betweenCharacters(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index
}

function countOf(character: string, text: string): number {
  return text.split(character).length - 1
}
