import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { ConsentChange, ConsentEvent } from './consent-entry.ts'
import type { Ledger } from './ledger.ts'
import { databaseKinds, type LedgerPlace, newPlace, stopServer } from './ledgers-fixture.ts'

const policy = parsePolicy({
  purposes: { marketing: { recipients: ['mailer'] }, personalization: {} },
  flows: { personalization: { form: 'pseudonymous' } },
  consent: { jurisdictions: { FR: { validFor: '1h' } } },
})
const ada = { tenant: 'acme', subject: 'ada' }

function said(event: ConsentEvent, more: Partial<ConsentChange> = {}): ConsentChange {
  return { event, purpose: 'personalization', method: 'settings', actor: 'subject', ...more }
}

afterAll(stopServer, 60_000)

describe.each(databaseKinds)('a ledger in %s', (kind) => {
  let place: LedgerPlace
  let ledger: Ledger
  let now = 0
  const clock = () => now

  beforeEach(async () => {
    now = 1_800_000_000_000
    place = await newPlace(kind)
    ledger = await place.open(policy, { clock })
  }, 60_000)
  afterEach(() => place.remove())

  const grants = async () => (await ledger.state(ada)).grants

  it('knows nothing of somebody who never said anything', async () => {
    expect(await ledger.state(ada)).toEqual({
      epoch: 0,
      grants: {},
      changedAt: 0,
      validUntil: Number.POSITIVE_INFINITY,
    })
    expect(await ledger.history(ada)).toEqual([])
  })

  it('keeps what a person says last, with a higher epoch each time', async () => {
    const epochs: number[] = []
    for (const event of ['given', 'withdrawn', 'given', 'refused'] as const) {
      await ledger.record(ada, [said(event)])
      epochs.push((await ledger.state(ada)).epoch)
    }
    expect(await grants()).toEqual({ personalization: 'denied' })
    expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b))
    expect((await ledger.history(ada)).map(({ event }) => event)).toEqual(['given', 'withdrawn', 'given', 'refused'])
  })

  it('names nobody: the database holds pseudonyms', async () => {
    const [entry] = await ledger.record(ada, [said('given')])
    expect(entry?.subject).toBe(ledger.pseudonymOf(ada))
    expect(JSON.stringify(entry)).not.toContain('ada')
  })

  it('keeps tenants apart, whose people may have the same ids', async () => {
    await ledger.record(ada, [said('given')])
    expect((await ledger.state({ tenant: 'other', subject: 'ada' })).grants).toEqual({})
    expect((await ledger.state({ subject: 'ada' })).grants).toEqual({})
  })

  it('tells recipients of one purpose apart', async () => {
    await ledger.record(ada, [said('given', { purpose: 'marketing', recipient: 'mailer' })])
    expect(await grants()).toEqual({ 'marketing@mailer': 'granted' })
  })

  it('writes the same key once, and answers with the entry of then', async () => {
    const change = said('given', { idempotencyKey: 'click-1' })
    const [first] = await ledger.record(ada, [change])
    const [again] = await ledger.record(ada, [{ ...change, event: 'reaffirmed' }])
    expect(again).toEqual(first)
    expect(await ledger.history(ada)).toHaveLength(1)
    const [twice, same] = await ledger.record(ada, [
      said('given', { idempotencyKey: 'b' }),
      said('given', { idempotencyKey: 'b' }),
    ])
    expect(same).toEqual(twice)
  })

  it('loses no answer over a key that stood for another one, or for somebody else', async () => {
    const change = said('given', { idempotencyKey: 'click-1' })
    await ledger.record(ada, [change, { ...change, event: 'refused' }])
    await ledger.record({ ...ada, subject: 'grace' }, [change])
    expect(await grants()).toEqual({ personalization: 'denied' })
    expect((await ledger.history(ada)).map(({ event }) => event)).toEqual(['given', 'refused'])
    expect(await ledger.history({ ...ada, subject: 'grace' })).toHaveLength(1)
  })

  it('writes all changes of a call or none', async () => {
    await expect(ledger.record(ada, [said('given'), said('given', { purpose: 'sales' })])).rejects.toMatchObject({
      issue: { code: 'unknown_purpose', path: ['changes', 1, 'purpose'] },
    })
    expect(await ledger.history(ada)).toEqual([])
  })

  it('never lets a grant from before undo a denial, whenever it arrives', async () => {
    await ledger.record(ada, [said('refused')])
    now += 60_000
    await ledger.record(ada, [said('given', { claimedAt: now - 120_000 })])
    expect(await grants()).toEqual({ personalization: 'denied' })
    // within the time that clocks may differ the doubt is against the grant
    await ledger.record(ada, [said('given', { claimedAt: now })])
    expect(await grants()).toEqual({ personalization: 'denied' })
    await ledger.record(ada, [said('given')])
    expect(await grants()).toEqual({ personalization: 'granted' })
  })

  it('takes no time from the future, and keeps the claim', async () => {
    const claimedAt = now + 3_600_000
    const [entry] = await ledger.record(ada, [said('refused', { claimedAt })])
    expect(entry).toMatchObject({ at: now, claimedAt })
    now += 1
    await ledger.record(ada, [said('given')])
    expect(await grants()).toEqual({ personalization: 'granted' })
  })

  it('lets a grant expire where its jurisdiction says so, and writes that down at the next sweep, once', async () => {
    await ledger.record(ada, [said('given', { jurisdiction: 'FR' })])
    expect((await ledger.state(ada)).validUntil).toBe(now + 3_600_000)
    now += 3_600_000
    expect(await ledger.read(ada)).toMatchObject({ purposes: [{ grant: 'unset', override: 'expired' }] })
    expect(await ledger.sweep()).toBe(1)
    expect(await ledger.sweep()).toBe(0)
    expect((await ledger.history(ada)).at(-1)).toMatchObject({ event: 'expired', actor: 'system' })
  })

  it('takes a grant for what the policy said then: a change of a purpose invalidates its grants and no others', async () => {
    await ledger.record(ada, [said('given'), said('given', { purpose: 'model_training' })])
    const changed = parsePolicy({
      purposes: { marketing: { recipients: ['mailer'] }, personalization: { description: 'Another one' } },
      flows: { personalization: { form: 'pseudonymous' } },
    })
    const later = await place.open(changed, { clock })
    expect((await later.state(ada)).grants).toEqual({ personalization: 'unset', model_training: 'granted' })
    expect(await later.sweep()).toBe(1)
    expect((await later.history(ada)).at(-1)).toMatchObject({ event: 'invalidated', purpose: 'personalization' })
  })

  it('locks what is locked for children, whatever they say', async () => {
    await ledger.record(ada, [said('given'), said('child_declared', { purpose: '*', actor: 'operator' })])
    expect(await grants()).toMatchObject({ personalization: 'denied', model_training: 'denied' })
    await ledger.record(ada, [said('child_cleared', { purpose: '*', actor: 'operator' })])
    expect(await grants()).toEqual({ personalization: 'granted' })
  })

  it('does not let a claimed time lift the flag of a child that may be newer', async () => {
    const about = { purpose: '*', actor: 'operator' } as const
    await ledger.record(ada, [said('given'), said('child_declared', about)])
    now += 60_000
    await ledger.record(ada, [said('child_cleared', { ...about, claimedAt: now })])
    expect(await grants()).toMatchObject({ personalization: 'denied' })
  })

  it('takes the pseudonym for the person where it is one', async () => {
    await ledger.record(ada, [said('given')])
    const known = { tenant: 'acme', subject: ledger.pseudonymOf(ada), pseudonymous: true } as const
    expect((await ledger.state(known)).grants).toEqual({ personalization: 'granted' })
  })

  it('lets other processes know of a change within a second', async () => {
    const other = await place.open(policy)
    const heard: unknown[] = []
    const stop = other.watch((change) => heard.push(change))
    // what was there before is no change
    await ledger.record(ada, [said('given')])
    await expect
      .poll(() => heard, { timeout: 5_000 })
      .toContainEqual({ tenant: 'acme', subject: ledger.pseudonymOf(ada), epoch: 1 })
    stop()
  })

  it('does with a single connection, and hears of others all the same', async () => {
    const narrow = await place.openNarrow(policy)
    const heard: number[] = []
    const stop = narrow.watch(({ epoch }) => heard.push(epoch))
    await narrow.record(ada, [said('given')])
    await ledger.record(ada, [said('withdrawn')])
    await expect.poll(() => heard, { timeout: 4_000 }).toContain(2)
    expect(await narrow.history(ada)).toHaveLength(2)
    stop()
  })

  it('makes the same projection from the chain', async () => {
    for (let person = 0; person < 40; person++) {
      await ledger.record({ tenant: `t${person % 3}`, subject: `p${person}` }, [
        said('given'),
        said(person % 2 ? 'refused' : 'given', { purpose: 'model_training' }),
      ])
    }
    await place.tamper(`delete from consent_states where tenant = 't1'`)
    await place.tamper(`update consent_states set event = 'given' where event = 'refused'`)
    expect((await ledger.verify()).problems.every((problem) => problem.kind === 'state')).toBe(true)
    const seen: [number, number][] = []
    expect(await ledger.rebuild({ onProgress: (done, total) => seen.push([done, total]) })).toBe(80)
    expect(seen.at(-1)).toEqual([80, 80])
    expect((await ledger.verify()).problems).toEqual([])
    expect((await ledger.state({ tenant: 't1', subject: 'p1' })).grants).toEqual({
      personalization: 'granted',
      model_training: 'denied',
    })
  })

  describe('that somebody changed past it', () => {
    beforeEach(async () => {
      for (let index = 0; index < 10; index++) await ledger.record(ada, [said(index % 2 ? 'refused' : 'given')])
    })

    it('verifies while nobody has', async () => {
      const { entries, tenants, problems, heads } = await ledger.verify()
      expect({ entries, tenants, problems }).toEqual({ entries: 10, tenants: 1, problems: [] })
      expect(heads.acme?.seq).toBe(10)
    })

    it('stops verifying when it is asked to', async () => {
      const stopping = new AbortController()
      const verifying = ledger.verify({ signal: stopping.signal })
      stopping.abort()
      await expect(verifying).rejects.toThrow()
    })

    it.each([
      [
        'an entry that says something else',
        `update consent_entries set entry = replace(entry, 'refused', 'given') where seq = 4`,
        { kind: 'changed', seq: 4 },
      ],
      [
        'an entry of somebody else',
        `update consent_entries set subject = 'x' where seq = 4`,
        { kind: 'changed', seq: 4 },
      ],
      [
        'an entry that is no entry',
        `update consent_entries set entry = '[]' where seq = 4`,
        { kind: 'changed', seq: 4 },
      ],
      ['another hash', `update consent_entries set hash = 'x' where seq = 4`, { kind: 'changed', seq: 4 }],
      ['a missing entry', 'delete from consent_entries where seq = 4', { kind: 'gap', seq: 5 }],
      ['a missing beginning', 'delete from consent_entries where seq = 1', { kind: 'gap', seq: 2 }],
      ['a missing end', 'delete from consent_entries where seq > 8', { kind: 'head', seq: 8 }],
      [
        'entries in another order',
        'update consent_entries set seq = -3 where seq = 3; update consent_entries set seq = 3 where seq = 4; update consent_entries set seq = 4 where seq = -3',
        { kind: 'order', seq: 3 },
      ],
      ['another answer', `update consent_states set event = 'given'`, { kind: 'state', seq: 10 }],
      ['no answer', 'delete from consent_states', { kind: 'state', seq: 10 }],
    ])('finds %s, and where', async (_name, sql, problem) => {
      await place.tamper(sql)
      expect((await ledger.verify()).problems).toContainEqual({ tenant: 'acme', ...problem })
    })
  })
})
