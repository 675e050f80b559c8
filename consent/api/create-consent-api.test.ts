import { describe, expect, it } from 'vitest'
import { testApi } from './api-fixture.ts'

interface Said {
  readonly purpose: string
  readonly grant: string
  readonly recipients: readonly { readonly recipient: string; readonly grant: string }[]
}
interface View {
  readonly epoch: number
  readonly child: boolean
  readonly purposes: readonly (Said & Record<string, unknown>)[]
  readonly signals: { readonly gpc: { readonly processed: boolean; readonly denies: readonly string[] } }
}

const viewOf = async (response: Response): Promise<View> => (await response.json()) as View
const grantIn = (view: View, purpose: string) => view.purposes.find((one) => one.purpose === purpose)?.grant
const grant = (purpose: string, word = 'granted') => ({ json: { changes: [{ purpose, grant: word }] }, method: 'PUT' })

describe('the consent API', () => {
  it('shows every purpose with what people read, before anything was said', async () => {
    const { as } = await testApi()
    const response = await as('acme', 'ada')('/v1/me/consent')
    expect(response.status).toBe(200)
    const view = await viewOf(response)
    expect(view.epoch).toBe(0)
    expect(view.purposes.find(({ purpose }) => purpose === 'personalization')).toMatchObject({
      title: expect.stringMatching(/\w/u),
      description: 'Suggests features from how you work',
      basis: 'consent',
      choice: true,
      grant: 'unset',
      recipients: [{ recipient: 'partner_one', grant: 'unset' }],
    })
    expect(view.purposes.find(({ purpose }) => purpose === 'invoicing')).toMatchObject({ choice: false })
  })

  it('records yes and no with what was shown, and says what counts now', async () => {
    const { as, ledger } = await testApi()
    const ada = as('acme', 'ada')
    const notice = { textHash: 'a'.repeat(64), language: 'de-AT', layout: 'banner-3' }
    const json = {
      changes: [
        { purpose: 'personalization', grant: 'granted' },
        { purpose: 'personalization', recipient: 'partner_one', grant: 'denied' },
      ],
      notice,
      jurisdiction: 'AT',
      method: 'banner',
    }
    const view = await viewOf(await ada('/v1/me/consent', { method: 'PUT', json }))
    expect(view.purposes.find(({ purpose }) => purpose === 'personalization')).toMatchObject({
      grant: 'granted',
      recipients: [{ grant: 'denied' }],
    })
    const history = await ledger.history({ tenant: 'acme', subject: 'ada' })
    expect(history).toMatchObject([
      { event: 'given', method: 'banner', actor: 'subject', notice, jurisdiction: 'AT' },
      { event: 'refused', recipient: 'partner_one' },
    ])
  })

  it('tells a withdrawal from a refusal, and a reaffirmation from a first yes', async () => {
    const { as, ledger } = await testApi()
    const ada = as('acme', 'ada')
    for (const word of ['denied', 'granted', 'granted', 'denied'])
      await ada('/v1/me/consent', grant('personalization', word))
    const events = (await ledger.history({ tenant: 'acme', subject: 'ada' })).map(({ event }) => event)
    expect(events).toEqual(['refused', 'given', 'reaffirmed', 'withdrawn'])
  })

  it('counts the same idempotency key with the same body once', async () => {
    const { as, ledger } = await testApi()
    const ada = as('acme', 'ada')
    const headers = { 'idempotency-key': 'k1' }
    for (let times = 0; times < 3; times++) await ada('/v1/me/consent', { ...grant('model_training'), headers })
    expect(await ledger.history({ tenant: 'acme', subject: 'ada' })).toHaveLength(1)
    // a denial under a used key must not get lost
    const view = await viewOf(await ada('/v1/me/consent', { ...grant('model_training', 'denied'), headers }))
    expect(grantIn(view, 'model_training')).toBe('denied')
  })

  it('keeps the idempotency keys of two people apart', async () => {
    const { as } = await testApi()
    const headers = { 'idempotency-key': 'k1' }
    await as('acme', 'ada')('/v1/me/consent', { ...grant('model_training'), headers })
    const view = await viewOf(await as('acme', 'bob')('/v1/me/consent', { ...grant('model_training'), headers }))
    expect(grantIn(view, 'model_training')).toBe('granted')
  })

  it.each([
    [{ changes: [{ purpose: 'nothing', grant: 'granted' }] }, 422, 'unknown_purpose', 'changes[0].purpose'],
    [{ changes: [{ purpose: 'invoicing', grant: 'denied' }] }, 422, 'unknown_purpose', 'changes[0].purpose'],
    [
      { changes: [{ purpose: 'model_training', recipient: 'x', grant: 'granted' }] },
      422,
      'unknown_recipient',
      'changes[0].recipient',
    ],
    [
      {
        changes: [
          { purpose: 'model_training', grant: 'granted' },
          { purpose: 'model_training', grant: 'denied' },
        ],
      },
      422,
      'duplicate',
      'changes[1]',
    ],
    [{ changes: [{ purpose: 'model_training', grant: 'unset' }] }, 400, 'unknown_value', 'changes[0].grant'],
    [{ changes: [] }, 400, 'out_of_range', 'changes'],
    [{ changes: [{ purpose: 'model_training', grant: 'granted' }], subject: 'bob' }, 400, 'unknown_key', ''],
  ])('refuses %j with %i %s at "%s", and writes nothing', async (json, status, code, path) => {
    const { as, ledger } = await testApi()
    const response = await as('acme', 'ada')('/v1/me/consent', { method: 'PUT', json })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      status,
      code,
      path,
      expected: expect.any(String),
      received: expect.any(String),
      hint: expect.any(String),
    })
    expect(await ledger.history({ tenant: 'acme', subject: 'ada' })).toEqual([])
  })

  it('pages through the history', async () => {
    const { as } = await testApi()
    const ada = as('acme', 'ada')
    for (let times = 0; times < 5; times++) await ada('/v1/me/consent', grant('model_training'))
    const seqs: number[] = []
    let next: number | undefined = 0
    while (next !== undefined) {
      const response = await ada(`/v1/me/history?after=${next}&limit=2`)
      const page = (await response.json()) as { entries: { seq: number }[]; next?: number }
      seqs.push(...page.entries.map(({ seq }) => seq))
      next = page.next
    }
    expect(seqs).toEqual([1, 2, 3, 4, 5])
  })

  it('gives receipts of own entries only', async () => {
    const { as } = await testApi()
    await as('acme', 'ada')('/v1/me/consent', grant('model_training'))
    await as('acme', 'bob')('/v1/me/consent', grant('personalization'))
    const list = (await (await as('acme', 'bob')('/v1/me/receipts')).json()) as {
      receipts: { seq: number; url: string }[]
    }
    expect(list.receipts).toMatchObject([{ seq: 2, url: '/v1/me/receipts/2' }])
    const own = await as('acme', 'bob')('/v1/me/receipts/2')
    expect(await own.text()).toBe('receipt-of-2-personalization')
    const missing = await as('acme', 'bob')('/v1/me/receipts/99')
    const others = await as('acme', 'bob')('/v1/me/receipts/1')
    expect(others.status).toBe(404)
    expect(await others.text()).toBe(await missing.text())
  })

  it('lets an operator write down an answer and a child, whose grants are then locked', async () => {
    const { as, ledger } = await testApi()
    const operator = as('acme', 'olga', 'operator')
    const path = '/v1/subjects/ada/consent'
    const json = { child: true, changes: [{ purpose: 'product_analytics', grant: 'granted' }] }
    const view = await viewOf(await operator(path, { method: 'POST', json }))
    expect(view.child).toBe(true)
    expect(grantIn(view, 'product_analytics')).toBe('granted')
    expect(grantIn(view, 'personalization')).toBe('denied')
    const locked = await as('acme', 'ada')('/v1/me/consent', grant('personalization'))
    expect(locked.status).toBe(409)
    expect(await locked.json()).toMatchObject({ code: 'locked_for_children' })
    expect(await ledger.history({ tenant: 'acme', subject: 'ada' })).toMatchObject([
      { event: 'child_declared', actor: 'operator', method: 'operator' },
      { event: 'given', actor: 'operator' },
    ])
  })

  it('takes for a pseudonym only what can be one, so that nothing is written under a name that nobody has', async () => {
    const { as, ledger } = await testApi()
    const operator = as('acme', 'olga', 'operator')
    const json = { changes: [{ purpose: 'model_training', grant: 'granted' }] }
    const wrong = await operator('/v1/subjects/ada/consent?pseudonymous=true', { method: 'POST', json })
    expect(wrong.status).toBe(400)
    const pseudonym = ledger.pseudonymOf({ tenant: 'acme', subject: 'ada' })
    const right = await operator(`/v1/subjects/${pseudonym}/consent?pseudonymous=true`, { method: 'POST', json })
    expect(right.status).toBe(200)
    expect((await ledger.state({ tenant: 'acme', subject: 'ada' })).grants.model_training).toBe('granted')
  })

  it('lets an offline answer that arrives late not undo a later one', async () => {
    const { as } = await testApi()
    const ada = as('acme', 'ada')
    await ada('/v1/me/consent', grant('model_training', 'denied'))
    const json = { changes: [{ purpose: 'model_training', grant: 'granted' }], claimedAt: Date.now() - 3_600_000 }
    expect(grantIn(await viewOf(await ada('/v1/me/consent', { method: 'PUT', json })), 'model_training')).toBe('denied')
  })

  it('answers a machine in the order of its question, by id or pseudonym', async () => {
    const { as, ledger } = await testApi()
    await as('acme', 'ada')('/v1/me/consent', grant('model_training'))
    const pseudonym = ledger.pseudonymOf({ tenant: 'acme', subject: 'ada' })
    const json = { subjects: [{ subject: 'bob' }, { pseudonym }, { subject: 'ada' }] }
    const response = await as('acme', 'guard', 'consent:read')('/v1/states', { method: 'POST', json })
    const { tenant, states } = (await response.json()) as {
      tenant: string
      states: { pseudonym: string; grants: Record<string, string> }[]
    }
    expect(tenant).toBe('acme')
    expect(states.map(({ grants }) => grants.model_training)).toEqual(['unset', 'granted', 'granted'])
    expect(states[1]?.pseudonym).toBe(pseudonym)
    expect(states[2]?.pseudonym).toBe(pseudonym)
  })

  it.each([
    [1_000, 200],
    [1_001, 400],
  ])('takes %i subjects at once with %i', async (count, status) => {
    const { as } = await testApi()
    const json = { subjects: Array.from({ length: count }, (_, index) => ({ subject: `s${index}` })) }
    expect((await as('acme', 'guard', 'consent:read')('/v1/states', { method: 'POST', json })).status).toBe(status)
  })

  it('tells everybody what people are asked, without a token', async () => {
    const { ask } = await testApi()
    const response = await ask('/v1/policy')
    expect(await response.json()).toMatchObject({
      version: '2026-11-23',
      controller: { name: 'Acme' },
      signals: { gpc: { denies: ['cross_company_insights', 'model_training'] } },
    })
  })
})

describe('Global Privacy Control', () => {
  const gpc = { headers: { 'sec-gpc': '1' } }

  it('denies what the policy says, once, and is shown as processed', async () => {
    const { as, ledger } = await testApi()
    const ada = as('acme', 'ada')
    await ada('/v1/me/consent', grant('model_training'))
    for (let times = 0; times < 3; times++) {
      const view = await viewOf(await ada('/v1/me/consent', gpc))
      expect(view.signals.gpc).toEqual({ processed: true, denies: ['cross_company_insights', 'model_training'] })
      expect(grantIn(view, 'model_training')).toBe('denied')
    }
    const signals = (await ledger.history({ tenant: 'acme', subject: 'ada' })).filter(
      ({ method }) => method === 'signal',
    )
    expect(signals).toMatchObject([
      { event: 'refused', purpose: 'cross_company_insights', evidence: 'Sec-GPC: 1' },
      { event: 'withdrawn', purpose: 'model_training' },
    ])
  })

  it('is never consent when absent, and its denial outlives it', async () => {
    const { as } = await testApi()
    const ada = as('acme', 'ada')
    await ada('/v1/me/consent', gpc)
    const view = await viewOf(await ada('/v1/me/consent'))
    expect(view.signals.gpc.processed).toBe(false)
    expect(grantIn(view, 'model_training')).toBe('denied')
  })

  it.each(['0', 'true', '11', 'yes'])('takes %j for no signal', async (value) => {
    const { as } = await testApi()
    const view = await viewOf(await as('acme', 'ada')('/v1/me/consent', { headers: { 'sec-gpc': value } }))
    expect(view.signals.gpc.processed).toBe(false)
    expect(view.epoch).toBe(0)
  })

  it('refuses a grant against the signal of the same request, and takes the others', async () => {
    const { as } = await testApi()
    const ada = as('acme', 'ada')
    const refused = await ada('/v1/me/consent', { ...grant('model_training'), ...gpc })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'denied_by_signal', path: 'changes[0].grant' })
    const taken = await viewOf(await ada('/v1/me/consent', { ...grant('product_analytics'), ...gpc }))
    expect(grantIn(taken, 'product_analytics')).toBe('granted')
    expect(grantIn(taken, 'model_training')).toBe('denied')
  })

  it('is written once for a child, and once by many requests at the same moment', async () => {
    const { as, ledger } = await testApi()
    const person = { tenant: 'acme', subject: 'ada' }
    await ledger.record(person, [{ event: 'child_declared', purpose: '*', method: 'operator', actor: 'operator' }])
    const ada = as('acme', 'ada')
    for (let round = 0; round < 3; round++) await Promise.all([1, 2, 3, 4].map(() => ada('/v1/me/consent', gpc)))
    expect((await ledger.history(person)).map(({ event }) => event)).toEqual(['child_declared', 'refused', 'refused'])
  })

  it.each(['/v1/me/history', '/v1/me/receipts'])('counts on %s as well', async (path) => {
    const { as, ledger } = await testApi()
    await as('acme', 'ada')(path, gpc)
    expect((await ledger.state({ tenant: 'acme', subject: 'ada' })).grants.model_training).toBe('denied')
  })
})
