import { describe, expect, it } from 'vitest'
import { createStderrLogger, type StderrLoggerOptions } from './diag-logger.ts'

function logger(options: StderrLoggerOptions = {}) {
  const lines: string[] = []
  return { lines, log: createStderrLogger({ ...options, write: (line) => lines.push(line) }) }
}

describe('createStderrLogger', () => {
  it('tells the same thing once', () => {
    const { lines, log } = logger()
    log.warn('privity: down')
    log.warn('privity: down')
    log.error('privity: down')
    expect(lines).toEqual(['privity warning: down\n', 'privity error: down\n'])
  })

  it('keeps to itself what OpenTelemetry says of its use, unless it is asked', () => {
    const quiet = logger()
    quiet.log.warn('Failed to record an exception ann@example.com')
    expect(quiet.lines).toEqual([])
    const asked = logger({ everything: true })
    asked.log.warn('Cannot execute the operation on ended Span')
    expect(asked.lines).toEqual(['privity warning: Cannot execute the operation on ended Span\n'])
  })

  it('tells what is wrong with the variables of the exporters, without passwords', () => {
    const { lines, log } = logger()
    log.warn("Configuration: Could not parse environment-provided export URL: 'x://ann:secret@host'")
    expect(lines.join()).toMatch(/export URL: 'x:\/\/\*\*\*@host'/)
  })

  it('tells once what to do about a second SDK', () => {
    const { lines, log } = logger()
    for (const api of ['trace', 'metrics']) {
      log.error(`Error: @opentelemetry/api: Attempted duplicate registration of API: ${api}\n    at file`)
    }
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/withPrivacy\(\).*\n$/)
  })

  it('keeps what an error quotes to itself, unless it debugs', () => {
    const error = Object.assign(new TypeError('ann@example.com'), { code: 'ERR_X' })
    const quiet = logger()
    quiet.log.error('privity: it failed', error, { ann: 'ann@example.com' })
    expect(quiet.lines).toEqual(['privity error: it failed (TypeError ERR_X) (object)\n'])
    const debugging = logger({ everything: true, detailed: true })
    debugging.log.error('it failed', error)
    expect(debugging.lines.join()).toContain('TypeError: ann@example.com')
  })

  it('cuts what is too long', () => {
    const { lines, log } = logger()
    log.error(`privity: ${'x'.repeat(100_000)}`)
    expect(lines.join()).toHaveLength(4001)
  })

  it('does not throw at what cannot be told', () => {
    const { log } = logger({ everything: true, detailed: true })
    const loop: Record<string, unknown> = {}
    loop.self = loop
    expect(() => log.debug('loop', loop, 1n)).not.toThrow()
  })
})
