import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { presidioPython } from './install-peers.ts'

export interface PresidioRun {
  readonly version: string
  readonly recognizers: number
  /** For all texts, without its start. */
  readonly seconds: number
  readonly redacted: readonly string[]
}

/** Redacts all texts in one process of Python. */
export function runPresidio(texts: readonly string[]): PresidioRun {
  const script = fileURLToPath(new URL('presidio.py', import.meta.url))
  const output = execFileSync(presidioPython, [script], { input: JSON.stringify(texts), maxBuffer: 1 << 28 })
  return JSON.parse(output.toString('utf8')) as PresidioRun
}
