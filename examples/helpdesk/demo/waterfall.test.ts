import { expect, it } from 'vitest'
import { renderWaterfall } from './waterfall.ts'

const span = (name: string, spanId: string, parentSpanId: string, start: number, end: number) => ({
  kind: 'span' as const,
  name,
  attributes: {},
  traceId: 't',
  spanId,
  parentSpanId,
  startNanos: BigInt(start) * 1_000_000n,
  endNanos: BigInt(end) * 1_000_000n,
})

it('indents children under their parents and places their bars in time', () => {
  const lines = renderWaterfall([
    span('pg.query', 'c', 'b', 16, 24),
    span('GET', 'a', 'not received', 0, 32),
    span('handler', 'b', 'a', 8, 32),
  ])
  expect(lines.map((line) => line.replace(/ +\|/, ' |'))).toEqual([
    `GET |${'█'.repeat(32)}| 32.0 ms`,
    `  handler |${' '.repeat(8)}${'█'.repeat(24)}| 24.0 ms`,
    `    pg.query |${' '.repeat(16)}${'█'.repeat(8)}${' '.repeat(8)}| 8.0 ms`,
  ])
})

it('shows the beginning of a long trace only', () => {
  const many = Array.from({ length: 40 }, (_, index) => span('step', String(index), '', index, index + 1))
  expect(renderWaterfall(many).at(-1)).toBe('… 10 more spans')
})
