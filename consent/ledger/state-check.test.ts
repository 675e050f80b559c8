import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { type LedgerPlace, newPlace } from './ledgers-fixture.ts'
import { openSqliteLedger } from './sqlite-ledger-database.ts'
import { startStateCheck } from './state-check.ts'

const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous' } } })
const nobody = new Proxy({} as never, {
  get() {
    throw new Error('read in the thread of the application')
  },
})

let place: LedgerPlace

beforeEach(async () => {
  place = await newPlace('SQLite')
  const ledger = await place.open(policy)
  await ledger.record({ tenant: 'acme', subject: 'ada' }, [
    { event: 'refused', purpose: 'personalization', method: 'settings', actor: 'subject' },
  ])
})
afterEach(() => place.remove())

describe('the check of the projection', () => {
  it('reads a file in a thread of its own', async () => {
    expect(await startStateCheck({ reader: nobody, file: place.address }, {}).result()).toEqual([])
    await place.tamper(`update consent_states set event = 'given'`)
    const check = startStateCheck({ reader: nobody, file: place.address }, {})
    expect(await check.result()).toEqual([{ tenant: 'acme', seq: 1 }])
  })

  it('does without where a thread cannot be had', async () => {
    await place.tamper('delete from consent_states')
    const database = await openSqliteLedger(place.address)
    const check = startStateCheck({ reader: database.reader, file: '/nowhere/ledger.sqlite' }, {})
    expect(await check.result()).toEqual([{ tenant: 'acme', seq: 1 }])
    await database.close()
  })

  it('ends when it is aborted', async () => {
    const stopping = new AbortController()
    const check = startStateCheck({ reader: nobody, file: place.address }, { signal: stopping.signal })
    stopping.abort()
    await expect(check.result()).rejects.toThrow('aborted')
  })
})
