import { describe, expect, it } from 'vitest'
import { createStderrLogger } from './diag-logger.ts'

function logger(detailed: boolean) {
  const lines: string[] = []
  return { lines, logger: createStderrLogger(detailed, (line) => lines.push(line)) }
}

describe('createStderrLogger', () => {
  it('tells the same thing once', () => {
    const { lines, logger: log } = logger(false)
    log.warn('down')
    log.warn('down')
    log.error('down')
    expect(lines).toEqual(['privity warning: down\n', 'privity error: down\n'])
  })

  it('keeps what an error quotes to itself, unless it debugs', () => {
    const error = Object.assign(new TypeError('ann@example.com'), { code: 'ERR_X' })
    const quiet = logger(false)
    quiet.logger.error('it failed', error, { ann: 'ann@example.com' })
    expect(quiet.lines).toEqual(['privity error: it failed (TypeError ERR_X) (object)\n'])
    const detailed = logger(true)
    detailed.logger.error('it failed', error)
    expect(detailed.lines.join()).toContain('TypeError: ann@example.com')
  })

  it('cuts what is too long', () => {
    const { lines, logger: log } = logger(false)
    log.error('x'.repeat(100_000))
    expect(lines.join()).toHaveLength(4001)
  })

  it('does not throw at what cannot be told', () => {
    const { logger: log } = logger(true)
    const loop: Record<string, unknown> = {}
    loop.self = loop
    expect(() => log.debug('loop', loop, 1n)).not.toThrow()
  })
})
