import { SeverityNumber, trace } from '@opentelemetry/api'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { type HealthCheckOptions, healthCheck } from './health-check.ts'

const telemetry = startTelemetry()
const stops: (() => void)[] = []
const check = (name: string, fn: (signal: AbortSignal) => unknown, options?: HealthCheckOptions) =>
  stops.push(healthCheck(name, fn, options))
beforeEach(() => telemetry.reset())
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})
afterAll(() => telemetry.stop())

const events = () =>
  telemetry.logs().map(({ severityNumber, attributes }) => [severityNumber, attributes['error.type']])
const status = async (name: string) => {
  const { 'privity.health_check.status': gauge } = await telemetry.metrics()
  return gauge?.dataPoints.find((point) => point.attributes['privity.health_check.name'] === name)?.value
}

describe('healthCheck', () => {
  it('tells each change, and nothing while all is well', async () => {
    let fault: unknown
    let checks = 0
    const settled = async () => {
      const before = checks
      await vi.waitFor(() => expect(checks).toBeGreaterThan(before + 1))
    }
    const fn = async () => {
      checks++
      if (fault !== undefined) throw fault
    }
    check('database', fn, { intervalMillis: 2 })
    await settled()
    expect(await status('database')).toBe(1)
    expect(events()).toEqual([])
    fault = new RangeError('ann@example.com')
    await settled()
    expect(await status('database')).toBe(0)
    expect(events()).toEqual([[SeverityNumber.WARN, 'RangeError']])
    fault = undefined
    await settled()
    expect(await status('database')).toBe(1)
    expect(events()).toEqual([
      [SeverityNumber.WARN, 'RangeError'],
      [SeverityNumber.INFO, undefined],
    ])
    expect(JSON.stringify(telemetry.logs().map(({ attributes }) => attributes))).not.toContain('ann@')
  })

  it.each([
    ['gives false', () => false, 'unhealthy'],
    [
      'throws at once',
      () => {
        throw new TypeError('x')
      },
      'TypeError',
    ],
    ['hangs', () => new Promise(() => {}), 'timeout'],
    [
      'gives up when its time is up',
      (signal: AbortSignal) =>
        new Promise((_resolve, reject) => {
          signal.onabort = () => reject(signal.reason)
        }),
      'timeout',
    ],
  ])('is unhealthy where the check %s', async (name, fn, type) => {
    check(name, fn, { timeoutMillis: 5 })
    await vi.waitFor(() => expect(events()).toEqual([[SeverityNumber.WARN, type]]))
    expect(await status(name)).toBe(0)
  })

  it('does not overlap, and goes on after a timeout', async () => {
    let running = 0
    let most = 0
    let checks = 0
    const fn = async (signal: AbortSignal) => {
      checks++
      most = Math.max(most, ++running)
      await new Promise((resolve) => {
        signal.onabort = resolve
      })
      running--
    }
    check('slow', fn, { intervalMillis: 1, timeoutMillis: 10 })
    await vi.waitFor(() => expect(checks).toBeGreaterThan(2))
    expect(most).toBe(1)
  })

  it('runs outside of the request that starts it, and not after its end', async () => {
    let spans = 0
    let checks = 0
    trace.getTracer('test').startActiveSpan('request', () => {
      check(
        'c',
        () => {
          checks++
          if (trace.getActiveSpan() !== undefined) spans++
        },
        { intervalMillis: 1 },
      )
    })
    await vi.waitFor(() => expect(checks).toBeGreaterThan(3))
    expect(spans).toBe(0)
    stops.pop()?.()
    const at = checks
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(checks).toBe(at)
    expect(await status('c')).toBeUndefined()
  })

  it('takes the default for a time that Node would not understand, and warns', async () => {
    let checks = 0
    check('odd', () => checks++, { intervalMillis: Number.NaN })
    check('long', () => checks++, { intervalMillis: 2 ** 31 })
    check('long enough', () => checks++, { intervalMillis: 2 ** 31 - 1 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(checks).toBe(3)
    expect(telemetry.warnings).toHaveLength(2)
  })
})
