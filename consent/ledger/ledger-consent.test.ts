import { describe, expect, it, vi } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { ConsentState, Subject } from '../consent-source.ts'
import { createListeners } from '../listeners.ts'
import type { ConsentEvent } from './consent-entry.ts'
import type { LedgerChange } from './ledger.ts'
import { ledgerConsent } from './ledger-consent.ts'
import { newPlace } from './ledgers-fixture.ts'

const ada = { tenant: 'acme', subject: 'ada' }

/** The three functions of a ledger that count here. */
function smallLedger() {
  const states = new Map<string, ConsentState>()
  const changes = createListeners<LedgerChange>()
  const pseudonymOf = ({ tenant, subject, pseudonymous }: Subject) =>
    pseudonymous ? subject : `name-of-${subject}-of-${tenant}`
  return {
    pseudonymOf,
    watch: changes.add,
    state: vi.fn(async (subject: Subject) => {
      const unheard = { epoch: 0, grants: {}, changedAt: 0, validUntil: Number.POSITIVE_INFINITY }
      return states.get(pseudonymOf(subject)) ?? unheard
    }),
    write(subject: Subject, state: Partial<ConsentState>) {
      const name = pseudonymOf(subject)
      states.set(name, { epoch: 1, grants: {}, changedAt: 0, validUntil: Number.POSITIVE_INFINITY, ...state })
      return { tenant: 'acme', subject: name, epoch: state.epoch ?? 1 }
    },
    tell: changes.tell,
  }
}

const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous' } } })
const said = (event: ConsentEvent) => [
  { event, purpose: 'personalization', method: 'settings', actor: 'subject' } as const,
]

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('ledgerConsent', () => {
  it('answers what the ledger says, once it has said it', async () => {
    const ledger = smallLedger()
    ledger.write(ada, { grants: { personalization: 'granted' } })
    const consent = ledgerConsent(ledger)
    expect(consent.read(ada)).toBeUndefined()
    await settled()
    expect(consent.read(ada)).toMatchObject({ epoch: 1, grants: { personalization: 'granted' } })
  })

  it('knows a person by their id and by the pseudonym of a consent token', async () => {
    const ledger = smallLedger()
    ledger.write(ada, { grants: { personalization: 'granted' } })
    const consent = ledgerConsent(ledger)
    const named: Subject = { tenant: 'acme', subject: ledger.pseudonymOf(ada), pseudonymous: true }
    consent.read(ada)
    consent.read(named)
    await settled()
    for (const subject of [ada, named]) expect(consent.read(subject)?.grants.personalization).toBe('granted')
    ledger.tell(ledger.write(ada, { epoch: 2, grants: { personalization: 'denied' } }))
    for (const subject of [ada, named]) expect(consent.read(subject)?.validUntil).toBe(0)
    await settled()
    for (const subject of [ada, named]) expect(consent.read(subject)?.grants.personalization).toBe('denied')
  })

  it('trusts a grant no longer than the ledger says', async () => {
    const ledger = smallLedger()
    const validUntil = Date.now() + 10
    ledger.write(ada, { grants: { personalization: 'granted' }, validUntil })
    const consent = ledgerConsent(ledger)
    consent.read(ada)
    await settled()
    expect(consent.read(ada)?.validUntil).toBe(validUntil)
  })

  it('tells of the changes of those that it was asked about, until it is closed', async () => {
    const ledger = smallLedger()
    const consent = ledgerConsent(ledger)
    const told = vi.fn()
    consent.watch(told)
    consent.read(ada)
    await settled()
    ledger.tell(ledger.write({ tenant: 'acme', subject: 'bob' }, { epoch: 2 }))
    expect(told).not.toHaveBeenCalled()
    ledger.tell(ledger.write(ada, { epoch: 3 }))
    expect(told).toHaveBeenCalledTimes(1)
    consent.close()
    ledger.tell(ledger.write(ada, { epoch: 4 }))
    expect(told).toHaveBeenCalledTimes(1)
  })
})

describe('ledgerConsent over a ledger in SQLite', () => {
  it('hears of what another process writes, and of what changes nothing', async () => {
    const place = await newPlace('SQLite')
    try {
      const [ours, theirs] = [await place.open(policy), await place.open(policy)]
      await theirs.record(ada, said('given'))
      const consent = ledgerConsent(ours, { ttlMillis: 60_000 })
      const saysNow = (grant: string) =>
        vi.waitFor(
          () => {
            const state = consent.read(ada)
            expect([state?.grants.personalization, (state?.validUntil ?? 0) > Date.now()]).toEqual([grant, true])
          },
          { timeout: 10_000, interval: 20 },
        )
      await saysNow('granted')
      await theirs.record(ada, said('reaffirmed'))
      await ours.record(ada, said('reaffirmed'))
      await saysNow('granted')
      await theirs.record(ada, said('withdrawn'))
      await saysNow('denied')
      consent.close()
    } finally {
      await place.remove()
    }
  }, 30_000)
})
