import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { canaryKinds } from '../testing/canary-makers.ts'
import { faults } from './canaries/faults.ts'

const seed = 20_261_123
const kinds = canaryKinds.length
const protocols = ['http/protobuf', 'http/json'] as const
const granted = { personalization: 'granted', cross_company_insights: 'granted' } as const
const denied = { personalization: 'denied', cross_company_insights: 'denied' } as const

let canaries: typeof import('./canaries/scenario.ts')
beforeAll(async () => {
  await build()
  canaries = await import('./canaries/scenario.ts')
})

describe.each(protocols)('over %s', (protocol) => {
  it('no secret of any carrier leaves while nobody has agreed, and telemetry is there all the same', async () => {
    const outcome = await canaries.runScenario({ protocol, seed })
    expect(outcome.leaks).toEqual([])
    expect(outcome.received).toEqual({ spans: kinds, logs: 3 * kinds, metrics: 3 * kinds })
  })

  it('nor when everybody has refused', async () => {
    expect((await canaries.runScenario({ protocol, seed, grants: denied })).leaks).toEqual([])
  })

  it('with consent, a flow that accepts texts gets them without what detection knows, and no other flow does', async () => {
    const outcome = await canaries.runScenario({ protocol, seed, grants: granted })
    expect(outcome.received.spans).toBeGreaterThan(kinds)
    expect(canaries.unwanted(outcome, granted)).toEqual([])
    expect(outcome.leaks.some((leak) => leak.includes('log body'))).toBe(true)
    expect(outcome.leaks.filter((leak) => leak.includes('subject: '))).toEqual([])
  })

  it.each(faults)('nothing unwanted leaves when $in $how', async (fault) => {
    expect((await canaries.runScenario({ protocol, seed, fault })).leaks).toEqual([])
    const outcome = await canaries.runScenario({ protocol, seed, fault, grants: granted })
    expect(canaries.unwanted(outcome, granted)).toEqual([])
  })
})
