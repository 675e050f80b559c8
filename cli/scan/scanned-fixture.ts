import { defaultPolicy } from '../../policy/default-policy.ts'
import type { LocatedFinding } from './finding.ts'
import { createJudge, type JudgeOptions } from './judge-text.ts'
import type { LinePiece } from './read-lines.ts'
import { createTextScanner } from './text-scanner.ts'

export interface Scanned {
  readonly clean: string
  readonly findings: readonly LocatedFinding[]
  /** As `--list` prints them: `1:5 email`. */
  readonly listed: readonly string[]
  readonly lines: number
}

/** Scans a text as a file that holds it would be. @param pieceUnits longer lines arrive in pieces of so many units */
export function scanned(text: string, options: Partial<JudgeOptions> = {}, pieceUnits = 262_144): Scanned {
  const findings: LocatedFinding[] = []
  let clean = ''
  const scanner = createTextScanner({
    judge: createJudge({ policy: defaultPolicy, ...options }),
    onFinding: (finding) => findings.push(finding),
    onClean: (part) => {
      clean += part
    },
  })
  for (const piece of piecesOf(text, pieceUnits)) scanner.add(piece)
  scanner.end()
  const listed = findings.map(({ line, column, type }) => `${line}:${column} ${type}`)
  return { clean, findings, listed, lines: scanner.lines() }
}

function piecesOf(text: string, pieceUnits: number): LinePiece[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index): LinePiece[] => {
    const isLast = index === lines.length - 1
    if (isLast && line === '') return []
    const pieces: LinePiece[] = []
    let position = 0
    for (; line.length - position > pieceUnits; position += pieceUnits) {
      pieces.push({ text: line.slice(position, position + pieceUnits), end: undefined })
    }
    return [...pieces, { text: line.slice(position), end: isLast ? '' : '\n' }]
  })
}
