import type { Problem } from './find-inputs.ts'
import type { LocatedFinding } from './finding.ts'

/** Positions beyond this many are counted, not kept. */
export const maxPositions = 10_000

export interface TypeCount {
  readonly findings: number
  /** In how many lines and files there are some. */
  readonly lines: number
  readonly files: number
}

export interface FileReport {
  readonly file: string
  readonly lines: number
  readonly bytes: number
  /** By type. */
  readonly findings: Readonly<Record<string, number>>
}

/** What a scan found: where and what kind, never the data. What `--json` prints. */
export interface ScanReport {
  readonly findings: number
  readonly files: readonly FileReport[]
  readonly lines: number
  readonly bytes: number
  readonly seconds: number
  readonly types: Readonly<Record<string, TypeCount>>
  readonly positions: readonly (LocatedFinding & { readonly file: string })[]
  /** How many positions more there are. */
  readonly positionsLeftOut: number
  readonly skipped: readonly Problem[]
  readonly errors: readonly Problem[]
}

/** Counts while a scan goes on. */
export interface Tally {
  readonly beginFile: (file: string) => void
  readonly add: (finding: LocatedFinding) => void
  readonly endFile: (lines: number, bytes: number) => void
  readonly skip: (file: string, reason: string) => void
  readonly fail: (file: string, message: string) => void
  readonly findings: () => number
  readonly report: () => ScanReport
}

export function createTally(now: () => number = () => performance.now()): Tally {
  const started = now()
  const types = new Map<string, { findings: number; lines: number; files: number }>()
  const files: FileReport[] = []
  const positions: (LocatedFinding & { file: string })[] = []
  const skipped: Problem[] = []
  const errors: Problem[] = []
  let findings = 0
  let file = ''
  let inFile = new Map<string, { findings: number; line: number }>()

  return {
    beginFile(name) {
      file = name
      inFile = new Map()
    },
    add(finding) {
      const { type, line } = finding
      findings++
      if (positions.length < maxPositions) positions.push({ file, ...finding })
      const count = types.get(type) ?? { findings: 0, lines: 0, files: 0 }
      const before = inFile.get(type)
      types.set(type, {
        findings: count.findings + 1,
        // findings come in the order of the lines
        lines: count.lines + (before?.line === line ? 0 : 1),
        files: count.files + (before === undefined ? 1 : 0),
      })
      inFile.set(type, { findings: (before?.findings ?? 0) + 1, line })
    },
    endFile(lines, bytes) {
      const counts = [...inFile].map(([type, count]) => [type, count.findings] as const)
      files.push({ file, lines, bytes, findings: Object.fromEntries(counts) })
    },
    skip: (name, message) => skipped.push({ name, message }),
    fail: (name, message) => errors.push({ name, message }),
    findings: () => findings,
    report: () => ({
      findings,
      files,
      lines: sum(files.map(({ lines }) => lines)),
      bytes: sum(files.map(({ bytes }) => bytes)),
      seconds: Math.round(now() - started) / 1000,
      types: Object.fromEntries([...types].sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1))),
      positions,
      positionsLeftOut: findings - positions.length,
      skipped,
      errors,
    }),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
