import { DiagLogLevel, diag } from '@opentelemetry/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOrigin, failureReason, setFailureOrigin } from './delivery-failure.ts'
import { complaintsOf, createDeliveryHealth } from './delivery-health.ts'

let said: string[]
beforeEach(() => {
  said = []
  const say = (level: string) => (text: string) => void said.push(`${level}: ${text}`)
  diag.setLogger(
    { error: say('error'), warn: say('warn'), info: say('info'), debug: say('debug'), verbose: say('verbose') },
    { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true },
  )
})
afterEach(() => diag.disable())

describe('createDeliveryHealth', () => {
  it('says which flow fails, where, why, and what to do', () => {
    const health = createDeliveryHealth('operations', 'traces', new Map(), () => 0)
    health.report({ taken: false, reason: 'ECONNREFUSED', origin: 'http://localhost:4318' })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(
      /^warn: .*operations.*traces to http:\/\/localhost:4318: ECONNREFUSED.*4318.*flows\.operations\.to\.otlp/u,
    )
  })

  it('repeats itself once a minute, and says when it works again', () => {
    let now = 0
    const health = createDeliveryHealth('operations', 'traces', new Map(), () => now)
    for (; now < 120_000; now += 5_000) health.report({ taken: false })
    health.report({ taken: true })
    health.report({ taken: true })
    expect(said.map((text) => text.slice(0, 5))).toEqual(['warn:', 'warn:', 'info:'])
    expect(said[1]).toContain('(13 times)')
  })

  it('is not talked into a flood by a receiver that comes and goes', () => {
    let now = 0
    const health = createDeliveryHealth('operations', 'logs', new Map(), () => now)
    for (; now < 59_999; now += 100) health.report({ taken: now % 200 === 0 })
    expect(said.map((text) => text.slice(0, 5))).toEqual(['warn:', 'info:'])
  })

  it('tells of a receiver once, whatever flow and signal does not reach it', () => {
    const told = complaintsOf({})
    for (const flow of ['operations', 'company_context']) {
      for (const signal of ['traces', 'logs'] as const) {
        createDeliveryHealth(flow, signal, told).report({ taken: false, origin: 'http://localhost:4318' })
      }
    }
    createDeliveryHealth('operations', 'metrics', told).report({ taken: false, origin: 'http://localhost:5318' })
    expect(said.map((text) => /http:\S+\d/u.exec(text)?.[0])).toEqual([
      'http://localhost:4318',
      'http://localhost:5318',
    ])
  })

  it('does not let a logger that throws out', () => {
    const fail = (): never => {
      throw new Error('the log is full')
    }
    diag.setLogger(
      { error: fail, warn: fail, info: fail, debug: fail, verbose: fail },
      { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
    )
    expect(() => createDeliveryHealth('f', 'logs').report({ taken: false })).not.toThrow()
  })
})

describe('failureReason', () => {
  it.each([
    [{ code: 'ECONNREFUSED' }, 'ECONNREFUSED'],
    [{ code: 401 }, 'HTTP status 401'],
    [{ code: 'ada@acme.example said no' }, undefined],
    [{ message: 'ada@acme.example' }, undefined],
    [undefined, undefined],
    ['ECONNREFUSED', undefined],
  ])('takes from %j the code %s, and never a text', (error, reason) => {
    expect(failureReason(error)).toBe(reason)
  })
})

describe('failureOrigin', () => {
  it('holds no credentials, path or query', () => {
    const error = new Error('refused')
    setFailureOrigin(error, 'https://ada:hunter2@otlp.example:4318/tenant/v1/traces?key=hunter2')
    expect(failureOrigin(error)).toBe('https://otlp.example:4318')
  })

  it.each([undefined, null, 'text', new Error('other')])('is unknown of %s', (error) => {
    setFailureOrigin(error, 'no url')
    expect(failureOrigin(error)).toBeUndefined()
  })
})
