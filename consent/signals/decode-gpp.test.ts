import { GppModel, Sections } from '@iabgpp/cmpapi'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { gppFields } from '../../policy/policy.ts'
import { decodeGpp } from './decode-gpp.ts'
import { usSections } from './gpp-sections.ts'
import { mostSignalText } from './signal-text.ts'
import { tcString } from './tcf-fixture.ts'

const now = Date.UTC(2026, 10, 23, 12)
const names = ['sale', 'sharing', 'ads', 'sensitive', 'child', 'personal', 'additional']
/** One purpose for each field, so that it shows which fields deny. */
const purposes = Object.fromEntries(gppFields.map((field, index) => [names[index] ?? '', [field]]))
const policy = parsePolicy({
  purposes: Object.fromEntries(names.map((name) => [name, {}])),
  consent: {
    signals: {
      gpc: { denies: ['cross_company_insights'] },
      gpp: { purposes },
      tcf: { purposes: { personalization: [1] }, vendor: 7 },
    },
  },
})

async function denied(text: string): Promise<string[]> {
  const { changes } = await decodeGpp(text, { policy, now })
  expect(changes.every(({ event, evidence }) => event === 'refused' && evidence === text)).toBe(true)
  return changes.map(({ purpose }) => purpose)
}

describe('decodeGpp, on the strings of the specification', () => {
  const at = { policy, now: Date.UTC(2022, 4, 1) }
  const tc = 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA'

  it.each([['DBABM'], ['DBABMA']])('hands the TC string behind %s to the TCF', async (header) => {
    expect(await decodeGpp(`${header}~${tc}`, at)).toMatchObject({
      changes: [{ event: 'refused', purpose: 'personalization', evidence: tc }],
      signals: [
        { name: 'gpp', processed: true },
        { name: 'tcf', processed: true, honoured: ['personalization'] },
      ],
      problems: [],
    })
  })

  it.each([['DBACNY'], ['DBACNYA']])('reads TCF and US Privacy behind %s: nobody opted out of sale', async (header) => {
    const { changes, problems } = await decodeGpp(`${header}~${tc}~1YNN`, at)
    expect(changes.map(({ purpose }) => purpose)).toEqual(['personalization'])
    expect(problems).toEqual([])
  })

  it('reports the Canadian section and reads the other', async () => {
    const { changes, problems } = await decodeGpp(`DBABjw~${tc}~1YYN`, at)
    expect(changes.map(({ purpose }) => purpose)).toEqual(['sale'])
    expect(problems).toMatchObject([{ code: 'unknown_section', received: 'section 5' }])
  })

  it.each([
    ['1YYN', ['sale']],
    ['1NYY', ['sale']],
    ['1---', []],
    ['1YNN', []],
  ])('reads the US Privacy string %s', async (text, expected) => {
    expect(await denied(`DBABTA~${text}`)).toEqual(expected)
  })
})

describe('decodeGpp, on the strings that the encoder of IAB Tech Lab is tested with', () => {
  it.each([
    ['usnat 1, all sensitive data', 'DBABLA~BAAAVVVVUQA.QA', ['sensitive', 'child']],
    ['usnat 2 with the values of 1', 'DBABLA~CAAAVVVVAFBA.QA', ['sensitive', 'child']],
    ['usnat 2, all sensitive data', 'DBABLA~CAAAVVVVVVRA.QA', ['sensitive', 'child']],
    ['usnat 2, defaults', 'DBABLA~CAAAAAAAAABA.QA', []],
    ['usnat 1, notices, and nobody opted out', 'DBABLA~BVQqAAAAAgA.QA', []],
    ['usnat 2, the last field of a list', 'DBABLA~CAAAAAAAAQRA.QA', ['sensitive', 'child']],
    [
      'usnat 2, much of everything, and GPC',
      'DBABLA~CVVVkkkkkpFY.YA',
      ['sale', 'sharing', 'ads', 'sensitive', 'child', 'personal', 'cross_company_insights'],
    ],
    [
      'usca, much of everything, and GPC',
      'DBABBg~BVWSSSVY.YA',
      ['sale', 'sharing', 'sensitive', 'child', 'personal', 'cross_company_insights'],
    ],
    ['usca, defaults, without GPC', 'DBABBg~BAAAAABA', []],
  ])('%s', async (_name, text, expected) => {
    expect(await denied(text)).toEqual(expected)
  })
})

describe('decodeGpp, on every section for the United States', () => {
  const sections = Object.entries(usSections).map(([id, section]) => ({ id: Number(id), ...section }))

  /** The section with every field set. */
  function encode(name: string, value: 0 | 1 | 2, version?: number): { model: GppModel; fields: string[] } {
    const model = new GppModel()
    model.setFieldValue(name, 'SaleOptOut', value)
    const fields = Object.entries(model.getSection(name)).filter(([field]) => !/Version|^Gpc|Mspa/.test(field))
    for (const [field, before] of fields)
      model.setFieldValue(name, field, Array.isArray(before) ? before.map(() => value) : value)
    if (version !== undefined) model.setFieldValue(name, 'Version', version)
    return { model, fields: fields.map(([field]) => field) }
  }

  it('knows all that the decoder knows', () => {
    const known = [...Sections.SECTION_ID_NAME_MAP].filter(([id]) => id > 6)
    expect(sections.map(({ id, name }) => [id, name])).toEqual(known)
  })

  it.each(sections)(
    '$name denies by each field that says no, and by none that says yes or not applicable',
    async ({ name }) => {
      const no = encode(name, 1)
      const expected = Object.entries(purposes).filter(([, [field = '']]) => no.fields.includes(field))
      expect(expected.length).toBeGreaterThanOrEqual(3)
      expect(await denied(no.model.encode())).toEqual(expected.map(([purpose]) => purpose))
      expect(await denied(encode(name, 2).model.encode())).toEqual([])
      expect(await denied(encode(name, 0).model.encode())).toEqual([])
    },
  )

  it.each(sections)(
    '$name denies all that is mapped when a letter of its core is missing',
    async ({ name, coreBits }) => {
      const [header, section = ''] = encode(name, 2).model.encode().split('~')
      const [core = '', ...others] = section.split('.')
      const letters = Math.ceil((coreBits[name === 'usnat' ? 2 : 1] ?? 0) / 6)
      expect(await denied(`${header}~${[core.slice(0, letters), ...others].join('.')}`)).toEqual([])
      const short = `${header}~${[core.slice(0, letters - 1), ...others].join('.')}`
      expect(await denied(short)).toEqual([...names, 'cross_company_insights'])
      const { problems, signals } = await decodeGpp(short, { policy, now })
      expect(problems).toMatchObject([{ code: 'malformed', path: [name] }])
      expect(signals).toEqual([{ name: 'gpp', processed: false, honoured: [] }])
    },
  )

  it.each(
    sections.flatMap(({ name, coreBits }) =>
      Object.entries(coreBits).map(([version, bits]) => ({ name, version, bits })),
    ),
  )('a core of $name, version $version, has $bits bits', ({ name, version, bits }) => {
    const { model } = encode(name, 2, name === 'usnat' ? Number(version) : undefined)
    // what is not set above comes last: MspaCoveredTransaction and two modes
    for (const field of ['MspaCoveredTransaction', 'MspaOptOutOptionMode', 'MspaServiceProviderMode', 'MspaMode'])
      if (model.hasField(name, field)) model.setFieldValue(name, field, 2)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const core = model.encodeSection(name).split('.')[0] ?? ''
    const encoded = Array.from(core, (letter: string) => letters.indexOf(letter).toString(2).padStart(6, '0')).join('')
    // each field ends in 10
    expect(encoded.lastIndexOf('1') + 2).toBe(bits)
  })

  it('takes the padding of other encoders', async () => {
    const [header, section = ''] = encode('usca', 1).model.encode().split('~')
    const core = section.split('.')[0] ?? ''
    expect(await denied(`${header}~${core}AAA`)).toEqual(['sale', 'sharing', 'sensitive', 'child', 'personal'])
  })

  it('reads the first version of usnat by its number, however it is filled up', async () => {
    const { model } = encode('usnat', 0, 1)
    model.setFieldValue('usnat', 'PersonalDataConsents', 1)
    const [header, section = ''] = model.encode().split('~')
    const [core = ''] = section.split('.')
    for (const padding of ['', 'A', 'AA', 'AAAAA'])
      expect(await denied(`${header}~${core}${padding}`)).toEqual(['personal'])
  })

  it('takes a number that no field has for a no', async () => {
    // SaleOptOut is 3
    expect(await denied('DBABBg~BAwAAABA')).toContain('sale')
  })

  it('refuses a core with more than its version has', async () => {
    expect(await denied('DBABBg~BAAAAABAE')).toEqual([...names, 'cross_company_insights'])
  })

  it('refuses a version that it does not know', async () => {
    const { problems } = await decodeGpp('DBABBg~CVWSSSVY.YA', { policy, now })
    expect(problems).toMatchObject([
      { code: 'unsupported_version', path: ['usca', 'Version'], expected: '1', received: '2' },
    ])
    expect(await denied('DBABBg~CVWSSSVY.YA')).toEqual([...names, 'cross_company_insights'])
  })

  it.each([
    ['of another type', 'DBABBg~BAAAAABA.gA'],
    ['that is empty', 'DBABBg~BAAAAABA.'],
    ['too many', 'DBABBg~BAAAAABA.QA.QA'],
    ['that the section does not have', 'DBABRg~BAAAABA.QA'],
  ])('refuses a sub-section %s', async (_name, text) => {
    expect(await denied(text)).toContain('sale')
  })
})

describe('decodeGpp', () => {
  it('lets no section grant what another one refuses, and dates the refusal from now', async () => {
    const mixed = parsePolicy({
      consent: {
        signals: {
          gpp: { purposes: { personalization: ['SaleOptOut'] } },
          tcf: { purposes: { personalization: [1], product_analytics: [1] }, vendor: 7 },
        },
      },
    })
    const tc = tcString({ consents: [1], vendors: [7], disclosed: [7] })
    const { changes } = await decodeGpp(`DBACNYA~${tc}~1YYN`, { policy: mixed, now })
    expect(changes.map(({ purpose, event, claimedAt }) => [purpose, event, claimedAt])).toEqual([
      ['personalization', 'refused', undefined],
      ['product_analytics', 'given', Date.UTC(2026, 10, 20)],
    ])
  })

  it('shows GPC as a signal of its own where a section carries it', async () => {
    const { signals } = await decodeGpp('DBABBg~BAAAAABA.YA', { policy, now })
    expect(signals).toEqual([
      { name: 'gpp', processed: true, honoured: [] },
      { name: 'gpc', processed: true, honoured: ['cross_company_insights'] },
    ])
  })

  it.each([
    ['no text', 7, 'wrong_type'],
    ['an empty text', '', 'wrong_type'],
    ['something else', 'hello', 'malformed'],
    ['a TC string alone', tcString(), 'malformed'],
    ['fewer sections than the header names', 'DBACNYA~1YNN', 'malformed'],
    ['more sections than the header names', 'DBABTA~1YNN~1YNN', 'malformed'],
    ['an empty section', 'DBABTA~', 'malformed'],
    ['a US Privacy string of other letters', 'DBABTA~1yes', 'malformed'],
    ['a text past the longest', `DBABTA~${'1'.repeat(mostSignalText)}`, 'too_long'],
  ])('denies all that is mapped for %s', async (_name, text, code) => {
    const { changes, problems } = await decodeGpp(text, { policy, now })
    expect(problems).toMatchObject([{ code, expected: /./, received: /./, hint: /./ }])
    expect(changes.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining([...names, 'cross_company_insights']))
    expect(changes.every(({ event, actor }) => event === 'refused' && actor === 'system')).toBe(true)
  })

  it('quotes nothing of what it cannot read', async () => {
    const { problems } = await decodeGpp('DBABBg~BVWSsecret', { policy, now })
    expect(JSON.stringify(problems)).not.toContain('secret')
  })

  it('says that a policy without a mapping does not use the sections', async () => {
    const { changes, problems } = await decodeGpp('DBABTA~1YYN', { policy: parsePolicy(undefined), now })
    expect(changes).toEqual([])
    expect(problems).toMatchObject([{ code: 'not_mapped' }])
  })
})
