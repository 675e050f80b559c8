import { describe, expect, it } from 'vitest'
import { testApi } from './api-fixture.ts'

/** The keys of all maps and the kinds of all values, without the values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

/** Somebody who never answered, but whom the ledger has heard of: an answer of theirs was counted before. */
const known = 'known-person'
const unknown = 'no-such-user'

describe('whether somebody exists', () => {
  it.each([
    ['operator', 'GET', (subject: string) => `/v1/subjects/${subject}/consent`],
    ['operator', 'GET', (subject: string) => `/v1/subjects/${subject}/history`],
    ['self', 'GET', () => '/v1/me/consent'],
    ['self', 'GET', () => '/v1/me/history'],
    ['self', 'GET', () => '/v1/me/receipts'],
    ['self', 'GET', () => '/v1/me/receipts/1'],
  ] as const)('cannot be told as %s by %s, route %#', async (scope, method, path) => {
    const { as, ledger } = await testApi()
    await ledger.record({ tenant: 'globex', subject: known }, [
      { event: 'given', purpose: 'model_training', method: 'api', actor: 'subject' },
    ])
    await as('acme', known)('/v1/me/consent')
    const answers = await Promise.all(
      [known, unknown].map(async (subject) => {
        const response = await as('acme', scope === 'self' ? subject : 'olga', scope)(path(subject), { method })
        return { status: response.status, headers: [...response.headers], text: await response.text() }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  it('cannot be told from states: the same keys and the same length class, said or not', async () => {
    const { as } = await testApi()
    const json = { changes: [{ purpose: 'model_training', grant: 'denied' }] }
    await as('acme', known)('/v1/me/consent', { method: 'PUT', json })
    const ask = async (subject: string) => {
      const init = { method: 'POST', json: { subjects: [{ subject }] } }
      const response = await as('acme', 'guard', 'consent:read')('/v1/states', init)
      const text = await response.text()
      return { shape: shapeOf(JSON.parse(text)), length: Math.ceil(text.length / 64) }
    }
    expect(await ask(known)).toEqual(await ask(unknown))
  })

  it('cannot be told by the time that a wrong token takes', async () => {
    const { ask, as } = await testApi()
    const operator = as('acme', 'olga', 'operator')
    const paths = { known: `/v1/subjects/${known}/consent`, unknown: `/v1/subjects/${unknown}/consent` }
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 300; round++) {
      // in turn and in changing order, so that a busy machine slows both
      for (const which of round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const start = performance.now()
        const response = round % 3 === 0 ? await ask(paths[which]) : await operator(paths[which])
        await response.text()
        times[which].push(performance.now() - start)
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const [one, other] = [median(times.known), median(times.unknown)]
    // a look-up that only happens for people who exist would show as a multiple
    expect(Math.max(one, other) / Math.min(one, other)).toBeLessThan(2)
  })
})
