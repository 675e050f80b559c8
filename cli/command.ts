import type { Readable, Writable } from 'node:stream'

/** What a command may touch; tests give their own. */
export interface CommandIo {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Lines for people and pipes. */
  readonly print: (text: string) => void
  /** Lines about what went wrong. */
  readonly printError: (text: string) => void
  readonly stdin: Readable & { readonly isTTY?: boolean }
  /** For what is not made of lines of ours. */
  readonly stdout: Writable
  /** Writes over what it wrote before; `undefined` where nobody watches. */
  readonly showProgress: ((text: string) => void) | undefined
  /** Somebody wants it to end, or reads no more. */
  readonly signal: AbortSignal
}

/** `1`: the answer is no, or the work failed. `2`: the command was called wrongly, or it failed and 1 is an answer. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** The words that call it, such as `policy check`. */
  readonly name: string
  readonly summary: string
  readonly usage: string
  /** How it ends when it throws: 1, unless that is an answer of the command. */
  readonly failure?: ExitCode
  /** @throws TypeError of `parseArgs` for options that it does not know */
  readonly run: (args: readonly string[], io: CommandIo) => ExitCode | Promise<ExitCode>
}
