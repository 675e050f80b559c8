import { Segment } from '@iabtechlabtcf/core'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { PolicyFile } from '../../policy/schema.ts'
import { decodeTcf } from './decode-tcf.ts'
import { mostSignalText } from './signal-text.ts'
import { type TcAnswers, tcBits, tcString } from './tcf-fixture.ts'

type TcfFile = NonNullable<NonNullable<NonNullable<PolicyFile['consent']>['signals']>['tcf']>

const now = Date.UTC(2026, 10, 23, 12)
const tcf: TcfFile = { purposes: { personalization: [1, 5], product_analytics: [8] }, vendor: 7 }

const policyOf = (mapping: TcfFile = tcf, file: PolicyFile = {}) =>
  parsePolicy({ ...file, consent: { signals: { tcf: mapping } } })

const yes: TcAnswers = { consents: [1, 5, 8], vendors: [7], disclosed: [7] }

async function given(answers: TcAnswers, policy = policyOf()): Promise<string[]> {
  const { changes } = await decodeTcf(tcString(answers), { policy, now })
  return changes.filter(({ event }) => event === 'given').map(({ purpose }) => purpose)
}

async function problemOf(text: unknown, policy = policyOf(), at = now) {
  const { changes, signals, problems } = await decodeTcf(text, { policy, now: at })
  // whatever is wrong with it: everything is denied, by the application, and it was not processed
  expect(changes.map(({ event, actor, purpose }) => [event, actor, purpose])).toEqual(
    Object.keys(policy.consent.signals.tcf.purposes).map((purpose) => ['refused', 'system', purpose]),
  )
  expect(signals).toEqual([{ name: 'tcf', processed: false, honoured: [] }])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ expected: /./, received: /./, hint: /./ })
  return problems[0]?.code
}

describe('decodeTcf, on the strings of the specifications', () => {
  // TCF 2.3, "TC String Format". Its policy version is 2, and the same page calls that invalid since 2023-10-01.
  const example = 'CQSbk4AQSbk4ANwAAAENAwCgAAAAAAAAAAYgACPAAAAA.IDKQA4AAgAKAGQAygAAA.YAAAAAAAAAAA'

  it('refuses the example of TCF 2.3, whose policy version the same specification calls invalid', async () => {
    expect(await problemOf(example, policyOf(), Date.UTC(2025, 6, 1))).toBe('outdated_policy')
  })

  it('reads that example as it is meant, once its policy version is 4', async () => {
    // the policy version is in the bits 132 to 137, the first four purposes in the bits 152 to 155
    const corrected = `${example.slice(0, 22)}E${example.slice(23)}`
    const agreed = `${corrected.slice(0, 25)}P${corrected.slice(26)}`
    const answer = async (text: string, vendor: number) => {
      const policy = policyOf({ purposes: { personalization: [1, 4], product_analytics: [5] }, vendor })
      const { changes, problems } = await decodeTcf(text, { policy, now: Date.UTC(2025, 6, 1) })
      return [...changes.map(({ event }) => event), ...problems.map(({ code }) => code)]
    }
    // consent and disclosed: 1 to 4; disclosed only: 5, 100, 404
    expect(await answer(corrected, 4)).toEqual(['refused', 'refused'])
    expect(await answer(agreed, 4)).toEqual(['given', 'refused'])
    expect(await answer(agreed, 100)).toEqual(['refused', 'refused'])
    expect(await answer(agreed, 6)).toEqual(['refused', 'refused', 'vendor_not_disclosed'])
  })

  it.each([
    [
      'of TCF 2.0, which had global scope',
      'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA',
      '2020-03-01',
      'not_service_specific',
    ],
    ['of GPP, which says yes to nothing', 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA', '2022-05-01', undefined],
    ['of GPP, years later', 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA', '2026-11-23', 'too_old'],
    ['of TCF 1', 'BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA', '2018-06-01', 'unsupported_version'],
  ])('the example %s', async (_name, text, date, code) => {
    const { changes, problems } = await decodeTcf(text, { policy: policyOf(), now: Date.parse(date) })
    expect(changes.map(({ event }) => event)).toEqual(['refused', 'refused'])
    expect(problems[0]?.code).toBe(code)
  })
})

describe('decodeTcf, on a string that counts', () => {
  it('gives what the person agreed to, with the string as evidence', async () => {
    const text = tcString(yes)
    const claimedAt = Date.UTC(2026, 10, 20)
    expect(await decodeTcf(text, { policy: policyOf(), now })).toEqual({
      changes: ['personalization', 'product_analytics'].map((purpose) => ({
        ...{ event: 'given', purpose, method: 'signal', actor: 'subject', claimedAt, evidence: text },
      })),
      signals: [{ name: 'tcf', processed: true, honoured: ['personalization', 'product_analytics'] }],
      problems: [],
    })
  })

  it('takes the end of the day for a refusal, as the string only names the day', async () => {
    const { changes } = await decodeTcf(tcString({ disclosed: [7] }), { policy: policyOf(), now })
    expect(changes[0]).toMatchObject({ event: 'refused', actor: 'subject', claimedAt: Date.UTC(2026, 10, 21) })
    const today = await decodeTcf(tcString({ disclosed: [7], at: '2026-11-23T00:00:00Z' }), { policy: policyOf(), now })
    expect(today.changes[0]?.claimedAt).toBe(now)
  })

  it.each<[string, TcAnswers, string[]]>([
    ['one of two purposes of the TCF', { ...yes, consents: [1, 8] }, ['product_analytics']],
    ['the purposes, but not the vendor', { ...yes, vendors: [8] }, []],
    ['the vendor, but not the purposes', { ...yes, consents: [] }, []],
    [
      'a legitimate interest where consent is asked for',
      { ...yes, consents: [], interests: [2, 7, 8], vendorInterests: [7] },
      [],
    ],
    ['a purpose that the publisher does not allow', { ...yes, restrictions: [[8, 0, 7]] }, ['personalization']],
    ['the same for another vendor', { ...yes, restrictions: [[8, 0, 6]] }, ['personalization', 'product_analytics']],
    [
      'a purpose where the publisher requires consent',
      { ...yes, restrictions: [[8, 1, 7]] },
      ['personalization', 'product_analytics'],
    ],
    [
      'a purpose where the publisher requires legitimate interest',
      { ...yes, restrictions: [[8, 2, 7]] },
      ['personalization'],
    ],
  ])('with %s', async (_name, answers, purposes) => {
    expect(await given(answers)).toEqual(purposes)
  })

  describe('for a purpose that rests on legitimate interest', () => {
    const policy = policyOf(
      { purposes: { insight: [8] }, vendor: 7 },
      { purposes: { insight: { basis: 'legitimate_interest' } } },
    )
    const told: TcAnswers = { interests: [8], vendorInterests: [7], disclosed: [7] }

    it.each<[string, TcAnswers, string[]]>([
      ['nobody objected', told, ['insight']],
      ['the person objected to the purpose', { ...told, interests: [2] }, []],
      ['the person objected to the vendor', { ...told, vendorInterests: [6] }, []],
      ['the publisher requires consent, which is missing', { ...told, restrictions: [[8, 1, 7]] }, []],
      ['the publisher requires consent, which is there', { ...told, ...yes, restrictions: [[8, 1, 7]] }, ['insight']],
      ['the publisher does not allow it', { ...told, restrictions: [[8, 0, 7]] }, []],
    ])('%s', async (_name, answers, purposes) => {
      expect(await given(answers, policy)).toEqual(purposes)
    })

    it('asks for consent all the same where the TCF knows no legitimate interest', async () => {
      const profiles = policyOf(
        { purposes: { insight: [3] }, vendor: 7 },
        { purposes: { insight: { basis: 'legitimate_interest' } } },
      )
      expect(await given({ ...told, interests: [3] }, profiles)).toEqual([])
      expect(await given({ ...yes, consents: [3] }, profiles)).toEqual(['insight'])
    })
  })

  it('asks for special features besides', async () => {
    const policy = policyOf({ ...tcf, specialFeatures: { personalization: [2] } })
    expect(await given(yes, policy)).toEqual(['product_analytics'])
    expect(await given({ ...yes, features: [2] }, policy)).toEqual(['personalization', 'product_analytics'])
  })

  describe('without a vendor in the policy', () => {
    const policy = policyOf({ purposes: { personalization: [1, 5] } })

    it('takes what the person said to the publisher', async () => {
      expect(await given({ publisherConsents: [1, 5] }, policy)).toEqual(['personalization'])
      expect(await given({ ...yes, publisherConsents: [1] }, policy)).toEqual([])
    })

    it('refuses where that segment is missing', async () => {
      const text = tcString({ ...yes, segments: [Segment.CORE, Segment.VENDORS_DISCLOSED] })
      expect(await problemOf(text, policy)).toBe('publisher_segment_missing')
    })
  })
})

describe('decodeTcf, on a string that does not count', () => {
  const day = (date: string) => ({ ...yes, at: `${date}T00:00:00Z` })

  it('refuses a vendor that was not disclosed', async () => {
    expect(await problemOf(tcString({ ...yes, disclosed: [6] }))).toBe('vendor_not_disclosed')
  })

  it('refuses strings without disclosed vendors from 2026-03-01 on', async () => {
    const without = (date: string) => tcString({ ...day(date), segments: [Segment.CORE], policyVersion: 4 })
    expect((await decodeTcf(without('2026-02-28'), { policy: policyOf(), now })).problems).toEqual([])
    expect(await problemOf(without('2026-03-01'))).toBe('disclosed_vendors_missing')
  })

  it('refuses policy versions before 4 from 2023-10-01 on', async () => {
    const old = (date: string) => tcString({ ...day(date), policyVersion: 3 })
    const options = { policy: policyOf(), now: Date.UTC(2023, 9, 2) }
    expect((await decodeTcf(old('2023-09-30'), options)).problems).toEqual([])
    expect(await problemOf(old('2023-10-01'), policyOf(), options.now)).toBe('outdated_policy')
  })

  it('refuses what is dated past the clocks, and takes what is dated within', async () => {
    const at = (millis: number) => tcString({ ...yes, at: new Date(now + millis).toISOString() })
    expect((await decodeTcf(at(300_000), { policy: policyOf(), now })).problems).toEqual([])
    expect(await problemOf(at(300_100))).toBe('future_date')
    expect(await problemOf(tcString({ ...yes, created: '2026-12-24T00:00:00Z' }))).toBe('future_date')
    const updated = tcString({ ...yes, at: '2026-12-24T00:00:00Z', created: '2026-11-20T00:00:00Z' })
    expect(await problemOf(updated)).toBe('future_date')
    expect(await problemOf(tcString({ ...yes, created: '2026-11-21T00:00:00Z' }))).toBe('malformed')
  })

  it('refuses what is older than the policy says', async () => {
    const policy = policyOf({ ...tcf, maxAge: '2d' })
    const options = { policy, now: Date.UTC(2026, 10, 22) }
    expect((await decodeTcf(tcString(yes), options)).problems).toEqual([])
    expect(await problemOf(tcString(yes), policy, options.now + 1)).toBe('too_old')
  })

  it.each([
    ['no text', undefined, 'wrong_type'],
    ['an empty text', '', 'wrong_type'],
    ['an object', { tcString: 'C' }, 'wrong_type'],
    ['something else', 'hello', 'malformed'],
    ['a string of global scope', tcString({ ...yes, serviceSpecific: false }), 'not_service_specific'],
    ['a letter that is not of Base64url', `${tcString(yes).slice(0, 30)}+${tcString(yes).slice(31)}`, 'malformed'],
    ['white space around', ` ${tcString(yes)}`, 'malformed'],
    ['half a string', tcString(yes).slice(0, 40), 'malformed'],
    ['a segment twice', `${tcString(yes)}.${tcString(yes).split('.')[1]}`, 'malformed'],
    ['a segment of an unknown kind', `${tcString(yes)}.gAAA`, 'malformed'],
    ['an empty segment', `${tcString(yes)}.`, 'malformed'],
    ['a version that is to come', `D${tcString(yes).slice(1)}`, 'malformed'],
  ])('refuses %s', async (_name, text, code) => {
    expect(await problemOf(text)).toBe(code)
  })

  it('reads a text of the greatest length, and none past it, which it keeps as a hash', async () => {
    expect(await problemOf('C'.repeat(mostSignalText))).toBe('malformed')
    expect(await problemOf('C'.repeat(mostSignalText + 1))).toBe('too_long')
    const { changes } = await decodeTcf('C'.repeat(mostSignalText + 1), { policy: policyOf(), now })
    expect(changes[0]?.evidence).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('does not unfold ranges that stand for more vendors than there are', async () => {
    const all = `1${(1).toString(2).padStart(16, '0')}${'1'.repeat(16)}`
    const ranges = (count: number) => `${'1'.repeat(16)}1${count.toString(2).padStart(12, '0')}${all.repeat(count)}`
    const one = await decodeTcf(tcBits(ranges(1)), {
      policy: policyOf({ ...tcf, vendor: 65_535, purposes: { personalization: [1] } }),
      now,
    })
    expect(one.problems[0]?.code).toBe('disclosed_vendors_missing')
    const started = performance.now()
    expect(await problemOf(tcBits(ranges(1_500)))).toBe('malformed')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('does not unfold restrictions of more vendors than there are', async () => {
    const all = `1${(1).toString(2).padStart(16, '0')}${'1'.repeat(16)}`
    const entry = (purpose: number) =>
      `${purpose.toString(2).padStart(6, '0')}00${(100).toString(2).padStart(12, '0')}${all.repeat(100)}`
    const restrictions = `${(11).toString(2).padStart(12, '0')}${Array.from({ length: 11 }, (_, index) => entry(index + 1)).join('')}`
    expect(await problemOf(tcBits('0'.repeat(17), '0'.repeat(17) + restrictions))).toBe('malformed')
  })

  it('says that the policy has no mapping, and changes nothing', async () => {
    const result = await decodeTcf(tcString(yes), { policy: parsePolicy(undefined), now })
    expect(result.changes).toEqual([])
    expect(result.problems[0]?.code).toBe('not_mapped')
  })
})
