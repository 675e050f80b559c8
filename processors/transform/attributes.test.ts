import { context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staticConsent } from '../../consent/static-consent.ts'
import { logRecord, spanRecord, testGuard, testPolicy } from '../guard-fixture.ts'
import { runWithSubject } from '../verdict/subject-binding.ts'

const consent = staticConsent({ personalization: 'granted', cross_company_insights: 'granted' })
const limits = { ...testPolicy.limits, attributes: 5, items: 4, depth: 3, events: 2, attributeBytes: 2_000 }

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
})
afterAll(() => context.disable())

/** What becomes of a log body in a flow that accepts content. */
function transformedBody(body: unknown, flow = 'company_context'): unknown {
  const guard = testGuard(consent, { ...testPolicy, limits })
  const record = logRecord({ body })
  runWithSubject({ subject: 'ada-4711' }, () => guard.stampLog(record, context.active()))
  const judgement = guard.judgeLog(record, flow, true)
  if (judgement.kind !== 'deliver') throw new Error(JSON.stringify(judgement))
  return judgement.record.body
}

function transformedAttributes(attributes: Record<string, unknown>, flow = 'company_context'): Record<string, unknown> {
  const guard = testGuard(consent, { ...testPolicy, limits })
  const span = spanRecord({ attributes: attributes as never })
  runWithSubject({ subject: 'ada-4711' }, () => guard.stampSpan(span, context.active()))
  const judgement = guard.judgeSpan(span, flow, true)
  if (judgement.kind !== 'deliver') throw new Error(JSON.stringify(judgement))
  return Object.fromEntries(Object.entries(judgement.record.attributes).filter(([key]) => !key.startsWith('privity.')))
}

describe('nested values', () => {
  it('are judged key by key, however deep', () => {
    const body = {
      step: 'login',
      user: { email: 'ada@example.com', password: 'hunter2' },
      tags: ['vip', 'ada@example.com'],
    }
    const transformed = JSON.stringify(transformedBody(body))
    expect(transformed).toContain('login')
    expect(transformed).toContain('vip')
    expect(transformed).not.toContain('ada@example.com')
    expect(transformed).not.toContain('hunter2')
  })

  it('keep their types', () => {
    const body = { a: 1, b: true, d: [1, 2], e: { f: 'text' } }
    expect(transformedBody(body)).toEqual(body)
  })

  it('lose what cannot be looked into: bytes, dates, class instances, functions', () => {
    class Person {
      name = 'Ada'
    }
    const opaque = [new Uint8Array([97, 100, 97]), new Date(), new Person(), () => 'Ada']
    for (const value of opaque) expect(transformedBody({ value, ok: 1 })).toEqual({ ok: 1 })
  })

  it('lose keys that quote somebody', () => {
    expect(transformedBody({ 'ada@example.com': 3, visits: 4 })).toEqual({ visits: 4 })
  })

  it('lose long numbers that are cards', () => {
    expect(transformedBody({ card: 4_111_111_111_111_111, count: 12 })).toEqual({ count: 12 })
  })

  it('cannot reach a prototype', () => {
    const body = JSON.parse('{"__proto__": {"polluted": "yes"}, "constructor": "c"}')
    transformedBody(body)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
})

describe('limits', () => {
  it.each([4, 5, 6])('of %i attributes at most five are kept', (count) => {
    const attributes = Object.fromEntries(Array.from({ length: count }, (_, index) => [`app.note${index}`, 'x']))
    expect(Object.keys(transformedAttributes(attributes))).toHaveLength(Math.min(count, 5))
  })

  it.each([4, 5])('of %i items at most four are kept', (count) => {
    expect(transformedBody(Array.from({ length: count }, () => 'x'))).toHaveLength(4)
  })

  it('three levels are kept, the fourth is not', () => {
    expect(transformedBody({ a: { b: { c: 1 } } })).toEqual({ a: { b: { c: 1 } } })
    expect(transformedBody({ a: { b: { c: { d: 1 } } } })).toEqual({ a: { b: {} } })
  })

  it.each([2_000, 2_001])('a text of %i is cut where no entity can be halved', (length) => {
    const text = 'word '.repeat(500).slice(0, length)
    const kept = String(transformedBody(text))
    expect(kept.length).toBeLessThanOrEqual(2_001)
    expect(kept.endsWith('…')).toBe(length > 2_000)
    for (const end of ['', ' and more'.repeat(100), ' and more'.repeat(500)]) {
      expect(transformedBody(`${'a '.repeat(995)}4111 1111 1111 1111${end}`)).not.toMatch(/4111/u)
    }
  })
})

describe('whatever is nested in a record', () => {
  it('loses every planted secret in every flow, and never makes the guard throw', () => {
    const planted = 'ada.canary@example.com'
    const leaf = fc.oneof(
      fc.constantFrom<unknown>(planted, ` ${planted} `, `x=${planted}`, 1, true, null, undefined, Number.NaN),
      fc.string(),
    )
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('node'), { maxLength: 5 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(planted, 'password', '__proto__')), tie('node'), {
          maxKeys: 5,
        }),
      ),
    })).node
    fc.assert(
      fc.property(tree, fc.constantFrom('operations', 'company_context', 'cross_company_insights'), (value, flow) => {
        expect(JSON.stringify(transformedBody(value, flow)) ?? '').not.toContain(planted)
        expect(JSON.stringify(transformedAttributes({ 'app.note': value }, flow))).not.toContain(planted)
      }),
      { numRuns: 300 },
    )
  })
})
