import type { ReceivedSpan } from './inbox.ts'

const barWidth = 32
const nameWidth = 44
const mostSpans = 30

/**
 * One request as lines, a span each: indented under its parent, with a bar that shows when it ran.
 *
 * @param spans of one trace, in any order; a span whose parent is missing counts as a root
 */
export function renderWaterfall(spans: readonly ReceivedSpan[]): string[] {
  const ids = new Set(spans.map((span) => span.spanId))
  const base = spans[0]?.startNanos ?? 0n
  const sinceBase = (nanos: bigint): number => Number(nanos - base)
  const start = Math.min(...spans.map((span) => sinceBase(span.startNanos)))
  const end = Math.max(...spans.map((span) => sinceBase(span.endNanos)))
  const perColumn = Math.max((end - start) / barWidth, 1)

  const lines: string[] = []
  const write = (span: ReceivedSpan, depth: number): void => {
    const offset = Math.min(Math.floor((sinceBase(span.startNanos) - start) / perColumn), barWidth - 1)
    const length = Math.max(1, Math.round(Number(span.endNanos - span.startNanos) / perColumn))
    const bar = ' '.repeat(offset) + '█'.repeat(Math.min(length, barWidth - offset))
    const name = `${'  '.repeat(depth)}${span.name}`
    lines.push(`${name.slice(0, nameWidth).padEnd(nameWidth)} |${bar.padEnd(barWidth)}| ${millis(span)}`)
    for (const child of childrenOf(span.spanId)) write(child, depth + 1)
  }
  const byStart = [...spans].sort((a, b) => sinceBase(a.startNanos) - sinceBase(b.startNanos))
  const childrenOf = (id: string) => byStart.filter((span) => span.parentSpanId === id)
  for (const root of byStart.filter((span) => !ids.has(span.parentSpanId))) write(root, 0)
  const hidden = lines.length - mostSpans
  return hidden > 0 ? [...lines.slice(0, mostSpans), `… ${hidden} more spans`] : lines
}

function millis({ startNanos, endNanos }: ReceivedSpan): string {
  return `${(Number(endNanos - startNanos) / 1e6).toFixed(1)} ms`
}
