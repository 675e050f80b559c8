import type { Span } from '../rules/rule.ts'

/** Asks, part by part of a text, whether one of the spans touches it; cheap if the parts come in their order. */
export function createTouchTest(spans: readonly Span[]): (start: number, end: number) => boolean {
  let next = 0
  return (start, end) => {
    while (next > 0 && (spans[next - 1]?.end ?? 0) > start) next--
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
    return next < spans.length && (spans[next]?.start ?? end) < end
  }
}

/** The spans that touch another one. All are sorted and apart. */
export function spansTouching<T extends Span>(sorted: readonly T[], { start, end }: Span): readonly T[] {
  const touched: T[] = []
  for (let index = firstEndingBehind(sorted, start); index < sorted.length; index++) {
    const span = sorted[index]
    if (span === undefined || span.start >= end) break
    touched.push(span)
  }
  return touched
}

function firstEndingBehind(sorted: readonly Span[], position: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
