import type { Readable, Writable } from 'node:stream'

/** What a command may touch; tests give their own. */
export interface CommandIo {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Lines for people and pipes. */
  readonly print: (text: string) => void
  /** Lines about what went wrong. */
  readonly printError: (text: string) => void
  readonly stdin: Readable
  /** For what is not made of lines of ours. */
  readonly stdout: Writable
  /** Writes over what it wrote before; `undefined` where nobody watches. */
  readonly showProgress: ((text: string) => void) | undefined
  /** Somebody wants it to end, or reads no more. */
  readonly signal: AbortSignal
}

/** `1`: the answer is no, or the work failed. `2`: the command was called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** The words that call it, such as `policy check`. */
  readonly name: string
  readonly summary: string
  readonly usage: string
  /** @throws TypeError of `parseArgs` for options that it does not know */
  readonly run: (args: readonly string[], io: CommandIo) => ExitCode | Promise<ExitCode>
}
