import type { Readable } from 'node:stream'
import type { CleanCopy } from './clean-copy.ts'
import { type Input, messageOf } from './find-inputs.ts'
import type { LocatedFinding } from './finding.ts'
import type { Judge } from './judge-text.ts'
import { openText } from './open-text.ts'
import type { Progress } from './progress.ts'
import { readLines } from './read-lines.ts'
import type { Tally } from './tally.ts'
import { createTextScanner } from './text-scanner.ts'

export interface ScanOptions {
  readonly judge: Judge
  readonly stdin: Readable
  readonly signal: AbortSignal
  readonly tally: Tally
  readonly progress: Progress
  /** Told of each finding at once. */
  readonly onFinding?: ((file: string, finding: LocatedFinding) => void) | undefined
  /** Makes clean copies. */
  readonly copy?: ((input: Input) => Promise<CleanCopy>) | undefined
}

/** Scans one input after the other into the tally. A failure ends that input only; the signal ends the scan. */
export async function scanInputs(inputs: readonly Input[], options: ScanOptions): Promise<void> {
  let bytesBefore = 0
  let linesBefore = 0
  for (const input of inputs) {
    if (options.signal.aborted) return
    const { bytes, lines } = await scanInput(input, options, bytesBefore, linesBefore)
    bytesBefore += bytes
    linesBefore += lines
  }
}

async function scanInput(
  input: Input,
  { judge, stdin, signal, tally, progress, onFinding, copy }: ScanOptions,
  bytesBefore: number,
  linesBefore: number,
): Promise<{ bytes: number; lines: number }> {
  let bytes = 0
  let clean: string[] = []
  let cleanCopy: CleanCopy | undefined
  const scanner = createTextScanner({
    judge,
    onFinding: (finding) => {
      tally.add(finding)
      onFinding?.(input.name, finding)
    },
    onClean: copy === undefined ? undefined : (text) => clean.push(text),
  })
  const lines = readLines(scanner.add)
  tally.beginFile(input.name)
  try {
    const chunks = await openText(input, stdin, signal)
    if (chunks === undefined) {
      tally.skip(input.name, 'is no text')
      return { bytes, lines: 0 }
    }
    cleanCopy = await copy?.(input)
    for await (const chunk of chunks) {
      signal.throwIfAborted()
      bytes += chunk.length
      lines.add(chunk)
      progress.show({
        bytes: bytesBefore + bytes,
        lines: linesBefore + scanner.lines(),
        findings: tally.findings(),
      })
      if (cleanCopy === undefined) continue
      await cleanCopy.write(clean.join(''))
      clean = []
    }
    lines.end()
    scanner.end()
    await cleanCopy?.write(clean.join(''))
    await cleanCopy?.finish()
  } catch (error) {
    await cleanCopy?.discard()
    if (!signal.aborted) tally.fail(input.name, messageOf(error))
  }
  tally.endFile(scanner.lines(), bytes)
  return { bytes, lines: scanner.lines() }
}
