import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type LedgerPlace, newPlace } from '../ledger/ledgers-fixture.ts'
import { decodeGpp } from './decode-gpp.ts'
import { decodeTcf } from './decode-tcf.ts'
import { gpcDenials } from './gpc-denials.ts'
import { importC15t } from './import-c15t.ts'
import { importGoogleConsentMode } from './import-google-consent-mode.ts'
import type { SignalResult } from './signal-result.ts'
import { mostSignalText } from './signal-text.ts'
import { tcString } from './tcf-fixture.ts'

const policy = parsePolicy({
  consent: {
    signals: {
      gpc: { denies: ['model_training'] },
      tcf: { purposes: { personalization: [1] }, vendor: 7 },
      gpp: { purposes: { model_training: ['SaleOptOut'] } },
    },
  },
})
const ada = { tenant: 'acme', subject: 'ada' }
const yes = { consents: [1], vendors: [7], disclosed: [7] }

describe('signals, in a real ledger', () => {
  let place: LedgerPlace
  let ledger: Ledger
  let now = 0

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 20, 9)
    place = await newPlace('SQLite')
    ledger = await place.open(policy, { clock: () => now })
  })
  afterEach(() => place.remove())

  const record = async (result: SignalResult) => {
    await ledger.record(ada, result.changes)
    return (await ledger.state(ada)).grants
  }
  const settings = async (event: 'given' | 'refused', purpose: string) => {
    await ledger.record(ada, [{ event, purpose, method: 'settings', actor: 'subject' }])
    now += 3_600_000
  }
  const tcf = (text: string) => decodeTcf(text, { policy, now })

  it('of every kind can be recorded as they are, evidence and all', async () => {
    const longest = await tcf(`C${'A'.repeat(mostSignalText - 1)}`)
    const results = [
      gpcDenials(policy),
      await tcf(tcString(yes)),
      longest,
      await tcf('C'.repeat(mostSignalText + 1)),
      await tcf(''),
      await decodeGpp('DBABTA~1YYN', { policy, now }),
      await decodeGpp(null, { policy, now }),
      importC15t(`c.measurement:1,i.t:${now},i.sid:s`, { measurement: 'product_analytics' }),
      importGoogleConsentMode(['consent', 'update', { ad_storage: 'denied' }], { ad_storage: 'security' }),
    ]
    const changes = results.flatMap((result) => result.changes)
    const entries = await ledger.record(ada, changes)
    expect(entries.map(({ evidence }) => evidence)).toEqual(changes.map(({ evidence }) => evidence))
  })

  it('GPC denies what was agreed to before', async () => {
    await settings('given', 'model_training')
    expect(await record(gpcDenials(policy))).toEqual({ model_training: 'denied' })
  })

  it('a TC string grants, and one of the same day that says no counts against what was agreed to before', async () => {
    expect(await record(await tcf(tcString(yes)))).toEqual({ personalization: 'granted' })
    await settings('given', 'personalization')
    expect(await record(await tcf(tcString({ ...yes, consents: [] })))).toEqual({ personalization: 'denied' })
  })

  it('a TC string that is sent again does not undo a later no, nor a later yes', async () => {
    now += 2 * 86_400_000
    await settings('refused', 'personalization')
    expect(await record(await tcf(tcString(yes)))).toEqual({ personalization: 'denied' })
    await settings('given', 'personalization')
    expect(await record(await tcf(tcString({ ...yes, consents: [] })))).toEqual({ personalization: 'granted' })
  })

  it('a TC string that is broken takes the grant away', async () => {
    await settings('given', 'personalization')
    expect(await record(await tcf(tcString(yes).slice(0, 30)))).toEqual({ personalization: 'denied' })
  })

  it('a TC string that got too old takes away what it granted, but nothing that the person agreed to since', async () => {
    const text = tcString(yes)
    expect(await record(await tcf(text))).toEqual({ personalization: 'granted' })
    now += 396 * 86_400_000
    expect((await tcf(text)).problems).toMatchObject([{ code: 'too_old' }])
    expect(await record(await tcf(text))).toEqual({ personalization: 'denied' })
    await settings('given', 'personalization')
    expect(await record(await tcf(text))).toEqual({ personalization: 'granted' })
  })
})
