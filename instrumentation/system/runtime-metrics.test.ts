import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { startRuntimeMetrics } from './runtime-metrics.ts'

const telemetry = startTelemetry()
afterAll(() => telemetry.stop())

describe('runtime metrics', () => {
  it('tell of event loop, garbage collection, heap, CPU and memory by convention', async () => {
    const stop = startRuntimeMetrics({ runtime: true, host: true }, 0)
    // the delay of the event loop is told once there are five samples of it, 10 ms each
    for (let i = 0; i < 20; i++) {
      await wait(10)
      Array.from({ length: 200_000 }, () => ({}))
    }
    const metrics = await telemetry.metrics()
    stop()
    const names = [
      'nodejs.eventloop.delay.max',
      'nodejs.eventloop.delay.p99',
      'nodejs.eventloop.time',
      'nodejs.eventloop.utilization',
      'process.cpu.time',
      'process.memory.usage',
      'system.cpu.time',
      'system.memory.usage',
      'v8js.gc.duration',
      'v8js.memory.heap.used',
    ]
    expect(Object.keys(metrics)).toEqual(expect.arrayContaining(names))
    for (const name of names) expect(metrics[name]?.dataPoints.length, name).toBeGreaterThan(0)
    expect(Object.keys(metrics).filter((name) => name.startsWith('system.network'))).toEqual([])
  })

  it('are loaded only when the application has started, and not at all when it is stopped before', async () => {
    await telemetry.restartMetrics()
    startRuntimeMetrics({ runtime: true, host: true }, 20)()
    await wait(60)
    expect(await telemetry.metrics()).toEqual({})
  })

  it('leave out what is not wanted', async () => {
    await telemetry.restartMetrics()
    const stop = startRuntimeMetrics({ runtime: true, host: false }, 0)
    const names = Object.keys(await telemetry.metrics())
    stop()
    expect(names).toContain('v8js.memory.heap.used')
    expect(names.filter((name) => /^(system|process)\./.test(name))).toEqual([])
  })
})
