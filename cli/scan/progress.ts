import { formatBytes, grouped } from './format-report.ts'

const intervalMs = 200

/** One line on a terminal that says how far a scan is. */
export interface Progress {
  readonly show: (state: { readonly bytes: number; readonly lines: number; readonly findings: number }) => void
  /** Takes the line away, so that other text can stand there. */
  readonly clear: () => void
}

/**
 * @param write to the terminal; `undefined` where there is none
 * @param total how many bytes there will be, if that is known
 */
export function createProgress(write: ((text: string) => void) | undefined, total: number | undefined): Progress {
  if (write === undefined) return { show: () => {}, clear: () => {} }
  const started = performance.now()
  let shown = started
  let isShown = false
  return {
    show({ bytes, lines, findings }) {
      const now = performance.now()
      if (now - shown < intervalMs) return
      shown = now
      isShown = true
      const of = total === undefined ? '' : ` of ${formatBytes(total)}`
      const rate = formatBytes(Math.round((bytes / (now - started)) * 1000))
      write(`\r\x1b[K${formatBytes(bytes)}${of}, ${grouped(lines)} lines, ${grouped(findings)} findings, ${rate}/s`)
    },
    clear() {
      if (isShown) write('\r\x1b[K')
      isShown = false
    },
  }
}
