import { DiagLogLevel, diag } from '@opentelemetry/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Tenant, type TestApi, testApi } from './api-fixture.ts'
import type { ApiScope } from './api-options.ts'
import { readStream } from './read-stream-fixture.ts'
import { routeCases } from './route-cases-fixture.ts'

// Two tenants with two people each. What belongs to one carries their canary: in the id, in the notice they saw, in
// evidence. No answer, header or line of a log of anybody else may hold it.

interface Person {
  readonly tenant: Tenant
  readonly subject: string
  readonly canary: string
}
const people: readonly Person[] = (['acme', 'globex'] as const).flatMap((tenant) =>
  ['one', 'two'].map((name) => ({
    tenant,
    subject: `person-${tenant}-${name}-id`,
    canary: `canary-${tenant}-${name}`,
  })),
)
const scopes: readonly ApiScope[] = ['self', 'consent:read', 'operator']

const lines: string[] = []
const log = (...words: unknown[]): void => void lines.push(JSON.stringify(words))
let test: TestApi

beforeAll(async () => {
  diag.setLogger({ error: log, warn: log, info: log, debug: log, verbose: log }, DiagLogLevel.ALL)
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      log(String(text))
      return write(text as string, ...(rest as []))
    })
  }
  test = await testApi()
  for (const { tenant, subject, canary } of people) {
    const notice = { textHash: 'b'.repeat(64), language: 'en', layout: canary }
    const json = { changes: [{ purpose: 'model_training', grant: 'granted' }], notice }
    const response = await test.as(tenant, subject)('/v1/me/consent', { method: 'PUT', json })
    expect(response.status).toBe(200)
    const tc = {
      event: 'refused',
      purpose: 'personalization',
      method: 'signal',
      actor: 'subject',
      evidence: canary,
    } as const
    await test.ledger.record({ tenant, subject }, [tc])
  }
})
afterAll(() => {
  diag.disable()
  vi.restoreAllMocks()
})

/** What everybody but `own` must never see: canaries, ids, and pseudonyms. */
function foreign(own: readonly Person[]): string[] {
  return people
    .filter((person) => !own.includes(person))
    .flatMap((person) => [person.canary, person.subject, test.ledger.pseudonymOf(person)])
}

function expectClean(text: string, own: readonly Person[], what: string): void {
  for (const secret of foreign(own)) expect(text.includes(secret), `${what} holds ${secret}`).toBe(false)
}

const everything = async (response: Response, streams: boolean | undefined): Promise<string> => {
  const body = streams
    ? await readStream(response, (text) => text.includes('event: consent') || text.includes('event: report'), 50)
    : await response.text()
  return `${response.status} ${JSON.stringify([...response.headers])} ${body}`
}

describe.each(Object.entries(routeCases))('%s', (_name, { path, streams, method, json, headers }) => {
  it.each(people)('gives $subject nothing of anybody else, whoever they ask for', async (caller) => {
    for (const scope of scopes) {
      const send = test.as(caller.tenant, caller.subject, scope)
      for (const asked of people) {
        const response = await send(path(asked.subject), { method, json, headers })
        const text = await everything(response, streams)
        // an operator sees the one they ask for, of their own tenant; whoever asks by id knows the id
        const sees = scope === 'operator' && asked.tenant === caller.tenant ? [caller, asked] : [caller]
        expectClean(text, sees, `${scope} of ${caller.subject} asking for ${asked.subject}`)
      }
    }
  })
})

describe('states', () => {
  it('of the same ids in another tenant are those of strangers', async () => {
    const subjects = people.map(({ subject }) => ({ subject }))
    const json = {
      subjects: [...subjects, ...people.map((person) => ({ pseudonym: test.ledger.pseudonymOf(person) }))],
    }
    const response = await test.as('initech', 'guard', 'consent:read')('/v1/states', { method: 'POST', json })
    const { states } = (await response.json()) as { states: { epoch: number; grants: Record<string, string> }[] }
    expect(states).toHaveLength(8)
    for (const { epoch, grants } of states) {
      expect(epoch).toBe(0)
      expect(new Set(Object.values(grants))).toEqual(new Set(['unset']))
    }
  })
})

describe('streams', () => {
  it('tell nobody of the changes of others', async () => {
    const [one, two, three] = people as [Person, Person, Person]
    const own = await test.as(one.tenant, one.subject)('/v1/me/events')
    const machine = await test.as(one.tenant, 'guard', 'consent:read')('/v1/changes')
    for (const { tenant, subject } of [two, three, one]) {
      const json = { changes: [{ purpose: 'product_analytics', grant: 'denied' }] }
      await test.as(tenant, subject)('/v1/me/consent', { method: 'PUT', json })
    }
    const { epoch } = await test.ledger.read(one)
    // the change of their own came last: whatever else was told is there by then
    const heard = await readStream(own, (text) => text.includes(`{"epoch":${epoch}}`))
    expect(heard).toContain(`{"epoch":${epoch}}`)
    expect(heard.match(/event: consent/gu)).toHaveLength(1)
    expectClean(heard, [], 'the stream of a person')
    const changes = await readStream(machine, (text) => (text.match(/event: consent/gu) ?? []).length === 2)
    expect(changes).toContain(test.ledger.pseudonymOf(one))
    expect(changes).toContain(test.ledger.pseudonymOf(two))
    expect(changes).not.toContain(test.ledger.pseudonymOf(three))
    for (const { subject, canary } of people) expect(changes).not.toMatch(new RegExp(`${subject}|${canary}`, 'u'))
  })
})

describe('errors and logs', () => {
  it('quote nothing that was sent', async () => {
    const canary = 'canary-of-an-error'
    const send = test.as('acme', 'ada')
    const operator = test.as('acme', 'ada', 'operator')
    const bodies = [canary, { [canary]: 1 }, { changes: canary }, { changes: [{ purpose: canary, grant: canary }] }]
    const notices = [{ textHash: canary }, { [canary]: canary }, { language: canary }]
    const answers = [
      ...bodies.map((json) => send('/v1/me/consent', { method: 'PUT', json })),
      ...notices.map((notice) =>
        send('/v1/me/consent', {
          method: 'PUT',
          json: { changes: [{ purpose: 'model_training', grant: 'granted' }], notice },
        }),
      ),
      send('/v1/me/consent', { method: 'PUT', body: `{"${canary}`, headers: { 'content-type': 'application/json' } }),
      send('/v1/me/consent', { method: 'PUT', body: canary, headers: { 'content-type': canary } }),
      send(`/v1/me/history?after=${canary}`),
      send(`/v1/me/receipts/${canary}`),
      send(`/v1/${canary}`),
      operator(`/v1/subjects/${canary.repeat(20)}/consent`),
      operator(`/v1/subjects/${canary}/consent?pseudonymous=${canary}`),
      test.ask('/v1/me/consent', { headers: { authorization: `Bearer ${canary}.a.b` } }),
    ]
    for (const answer of await Promise.all(answers)) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(`${JSON.stringify([...answer.headers])} ${await answer.text()}`).not.toContain(canary)
    }
    expect(lines.join('\n')).not.toContain(canary)
  })

  it('name nobody when the ledger fails', async () => {
    const fail = async (): Promise<never> => {
      throw new Error(`no row for ${people[0]?.subject}`)
    }
    const broken = await testApi({ ledger: { ...test.ledger, read: fail, record: fail, state: fail, history: fail } })
    for (const { path, scope, method, json, headers, streams } of Object.values(routeCases)) {
      const response = await broken.as('acme', 'ada', scope)(path(people[0]?.subject ?? ''), { method, json, headers })
      if (streams) await response.body?.cancel()
      else expectClean(await response.text(), [], 'an error')
    }
    const response = await broken.as('acme', 'ada')('/v1/me/consent')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
  })

  it('hold nothing of anybody in the end', () => {
    const text = lines.filter((line) => !line.includes('✓')).join('\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const { canary } of people) expect(text).not.toContain(canary)
    for (const person of people) expect(text).not.toContain(test.ledger.pseudonymOf(person))
  })
})
