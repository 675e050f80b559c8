import { stripVTControlCharacters } from 'node:util'

/** Shows lines on the terminal, over and over, in the same place. */
export interface LiveView {
  show(lines: readonly string[]): void
}

/** On a terminal the lines replace the ones before; into a pipe or file they are written as they come. */
export function createLiveView(out: NodeJS.WriteStream = process.stdout): LiveView {
  let shown = 0
  return {
    show(lines) {
      if (!out.isTTY) {
        out.write(`${lines.map(stripVTControlCharacters).join('\n')}\n`)
        return
      }
      // what does not fit would scroll away, and the cursor could not come back to it
      const fitting = lines.slice(0, out.rows - 1).map((line) => cut(line, out.columns))
      out.write(`${shown > 0 ? `\x1b[${shown}A` : ''}\x1b[J${fitting.join('\n')}\n`)
      shown = fitting.length
    },
  }
}

/** Cuts to the width of the terminal. A line with colours is cut without them: rare, and simpler than counting. */
function cut(line: string, width: number): string {
  const plain = stripVTControlCharacters(line)
  return plain.length <= width ? line : `${plain.slice(0, width - 1)}…`
}
