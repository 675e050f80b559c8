import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testApi } from './api-fixture.ts'
import { routeCases } from './route-cases-fixture.ts'

const seed = 20_261_123
const withBody = Object.entries(routeCases).filter(([, { json }]) => json !== undefined)

/** What a body could be: near to a right one, and far. */
const word = fc.oneof(
  fc.constantFrom('model_training', 'personalization', 'invoicing', '__proto__', 'constructor', '*', ''),
  fc.string(),
)
const change = fc.record(
  { purpose: word, recipient: word, grant: fc.oneof(fc.constantFrom('granted', 'denied', 'unset'), fc.anything()) },
  { requiredKeys: [] },
)
const near = fc.record(
  {
    changes: fc.array(fc.oneof(change, fc.anything()), { maxLength: 4 }),
    notice: fc.oneof(fc.record({ textHash: fc.constantFrom('a'.repeat(64), 'x'), language: word }), fc.anything()),
    jurisdiction: fc.oneof(fc.constantFrom('DE', 'US-CA', 'x'), fc.anything()),
    claimedAt: fc.oneof(fc.double(), fc.integer(), fc.anything()),
    method: word,
    child: fc.oneof(fc.boolean(), fc.anything()),
    subjects: fc.array(
      fc.oneof(fc.record({ subject: fc.string() }), fc.record({ pseudonym: fc.string() }), fc.anything()),
      {
        maxLength: 4,
      },
    ),
  },
  { requiredKeys: [] },
)
const text = fc.oneof(
  fc.oneof(near, fc.jsonValue(), fc.anything()).map((value) => {
    try {
      return JSON.stringify(value) ?? ''
    } catch {
      return '{"__proto__":{"changes":[]}}'
    }
  }),
  fc.string(),
)

describe('whatever is sent', () => {
  it.each(withBody)(
    'as the body of %s is answered without a fault',
    async (_name, { path, method, scope, headers }) => {
      const { as, ask } = await testApi()
      await fc.assert(
        fc.asyncProperty(text, fc.string(), async (body, key) => {
          const init = {
            method,
            body,
            // header values are bytes
            headers: {
              ...headers,
              'content-type': 'application/json',
              'idempotency-key': encodeURIComponent(key.toWellFormed()),
            },
          }
          const send = scope === undefined ? ask : as('acme', 'ada', scope)
          const response = await send(path('ada'), init)
          expect(response.status).toBeLessThan(500)
          if (response.status >= 400) {
            expect(response.headers.get('content-type')).toBe('application/problem+json')
            expect(Object.keys((await response.json()) as object).toSorted()).toEqual([
              'code',
              'expected',
              'hint',
              'path',
              'received',
              'status',
              'title',
              'type',
            ])
          }
        }),
        { numRuns: 150, seed },
      )
    },
  )

  it('as a query, a path, a token or a cookie is answered without a fault', async () => {
    const { as, ask } = await testApi()
    const operator = as('acme', 'olga', 'operator')
    await fc.assert(
      fc.asyncProperty(fc.string(), async (said) => {
        const part = encodeURIComponent(said.toWellFormed())
        const answers = [
          operator(`/v1/subjects/${part}/consent?pseudonymous=${part}`),
          operator(`/v1/subjects/${part}/history?after=${part}&limit=${part}`),
          as('acme', 'ada')(`/v1/me/history?after=${part}&limit=1`),
          as('acme', 'ada')(`/v1/me/receipts/${part}`),
          ask(`/v1/me/consent?${part}`, { headers: { authorization: `Bearer ${part}` } }),
          ask('/v1/me/consent', { headers: { cookie: `__Host-privity-device=${part}` } }),
        ]
        for (const { status } of await Promise.all(answers)) expect(status).toBeLessThan(500)
      }),
      { numRuns: 150, seed },
    )
  })

  it('as an id that is not well encoded is answered without a fault', async () => {
    const { as } = await testApi()
    for (const part of ['%', '%zz', '%E0%A4%A', '%00', '%2F..%2F', '..;', "'--"])
      expect((await as('acme', 'olga', 'operator')(`/v1/subjects/${part}/consent`)).status).toBeLessThan(500)
  })

  it('names one person: an id in a path or a body reaches that person and no other', async () => {
    const { as, ledger } = await testApi()
    const json = { changes: [{ purpose: 'model_training', grant: 'granted' }] }
    const id = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((one) => one.isWellFormed() && !['.', '..'].includes(one))
    await fc.assert(
      fc.asyncProperty(id, async (subject) => {
        const path = `/v1/subjects/${encodeURIComponent(subject)}/consent`
        const response = await as('acme', 'olga', 'operator')(path, { method: 'POST', json })
        expect(response.status).toBe(200)
        expect((await ledger.state({ tenant: 'acme', subject })).grants).toEqual({ model_training: 'granted' })
      }),
      { numRuns: 150, seed },
    )
  })
})
