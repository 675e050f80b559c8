import { CompactSign, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { ConsentEntry } from '../ledger/consent-entry.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { type ConsentReceipt, createReceipt } from './create-receipt.ts'
import { receiptType, signReceipt } from './sign-receipt.ts'
import { verifyReceipt } from './verify-receipt.ts'

const policy = parsePolicy({
  controller: { name: 'Acme', contact: 'privacy@acme.example' },
  purposes: { personalization: { recipients: ['mailer'] } },
  flows: {
    personalization: { form: 'pseudonymous', retention: '180d' },
    to_mailer: { purposes: ['personalization'], recipient: 'mailer', retention: '30d' },
  },
})
const settingsUrl = 'https://shop.example/privacy'
const notice = { textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', language: 'de' }
const said = { purpose: 'personalization', method: 'settings', actor: 'subject', notice, jurisdiction: 'DE' } as const

let entries: readonly ConsentEntry[]
let privateKey: JWK
let keys: JSONWebKeySet

beforeAll(async () => {
  const ledger = await openLedger({
    policy,
    key: 'a key that is used by tests only: 0123456789',
    database: { sqlite: ':memory:' },
    clock: () => 1_795_000_000_000,
  })
  const ada = { tenant: 'acme', subject: 'ada' }
  await ledger.record(ada, [
    { ...said, event: 'given' },
    { ...said, event: 'refused', recipient: 'mailer' },
    { ...said, event: 'withdrawn' },
  ])
  entries = await ledger.history(ada)
  await ledger.close()
  const pair = await generateKeyPair('EdDSA', { extractable: true })
  privateKey = await exportJWK(pair.privateKey)
  keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: '2026-11' }] }
})

const receipt = (): ConsentReceipt =>
  createReceipt({ policy, entries, settingsUrl, issuedAt: 1_795_000_001_000, id: 'r-1' })

describe('createReceipt', () => {
  it('has what the guide requires of a receipt, and of each record in it', () => {
    const { 'dpv:hasRecordOfActivity': records, ...rest } = receipt()
    expect(rest).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-record',
      'dpv:hasIdentifier': 'r-1',
      'dct:created': '2026-11-18T11:06:41.000Z',
    })
    // sections 8.1 to 8.5: the fields that MUST be present
    for (const record of records) {
      expect(record).toMatchObject({
        '@type': 'dpv:ConsentRecord',
        'dct:conformsTo': expect.any(String),
        'dct:identifier': expect.any(String),
        'dpv:hasDataSubject': { 'dct:identifier': entries[0]?.subject },
        'dpv:hasDataController': { 'dpv:hasName': 'Acme', 'dpv:hasContact': 'privacy@acme.example' },
        'dpv:hasJurisdiction': 'loc:DE',
        'dpv:hasProcess': {
          'dpv:hasPurpose': { 'dct:title': 'Personalisation' },
          'dpv:hasPersonalData': expect.arrayContaining([
            { '@type': 'dpv:PersonalData', 'dct:title': expect.any(String) },
          ]),
          'dpv:hasStorageCondition': { 'dpv:hasDuration': expect.stringMatching(/^PT\d+H$/u) },
          'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': settingsUrl },
          'dpv:hasRight': expect.any(Object),
        },
      })
      expect(record).toHaveProperty(['dpv:hasNotice', 0, 'dct:language'], 'de')
    }
  })

  it('tells recipients apart, with what each of them gets and for how long', () => {
    const [own, mailer] = receipt()['dpv:hasRecordOfActivity']
    expect(own).toMatchObject({
      'dpv:hasProcess': { 'dpv:hasRecipient': 'Acme', 'dpv:hasStorageCondition': { 'dpv:hasDuration': 'PT4320H' } },
    })
    expect(mailer).toMatchObject({
      'dpv:hasProcess': { 'dpv:hasRecipient': 'mailer', 'dpv:hasStorageCondition': { 'dpv:hasDuration': 'PT720H' } },
    })
  })

  it('tells what happened, in order, and where it stands in the ledger', () => {
    const [own] = receipt()['dpv:hasRecordOfActivity']
    expect(own).toMatchObject({
      'dpv:hasConsentStatus': [
        {
          '@type': 'dpv:ConsentGiven',
          'dct:valid': expect.any(String),
          'privity:entry': { 'privity:seq': 1, 'privity:hash': entries[0]?.hash },
        },
        {
          '@type': 'dpv:ConsentWithdrawn',
          'dpv:isIndicatedBy': 'dpv:DataSubject',
          'privity:entry': { 'privity:seq': 3 },
        },
      ],
    })
  })

  it('uses no name that its context does not explain', () => {
    const { '@context': context, ...rest } = receipt()
    const used = [...JSON.stringify(rest).matchAll(/"([a-z][\w-]*):[A-Za-z]/gu)].map(([, prefix]) => prefix)
    expect(new Set(used.filter((prefix) => prefix !== 'https' && prefix !== 'sha256'))).toEqual(
      new Set(['dpv', 'dct', 'loc', 'privity']),
    )
    for (const prefix of ['dpv', 'dct', 'loc', 'privity']) expect(context).toHaveProperty(prefix)
  })

  it('is for one person', () => {
    expect(() => createReceipt({ policy, entries: [], settingsUrl })).toThrow(RangeError)
    const [first] = entries
    const two = first === undefined ? [] : [first, { ...first, subject: 'somebody-else' }]
    expect(() => createReceipt({ policy, entries: two, settingsUrl })).toThrow(RangeError)
  })
})

describe('a signed receipt', () => {
  it('comes out as it was signed', async () => {
    const text = await signReceipt(receipt(), privateKey, '2026-11')
    expect(await verifyReceipt(text, keys)).toEqual({ valid: true, receipt: receipt() })
  })

  it('is refused with any of its characters changed', async () => {
    const small = { ...receipt(), 'dpv:hasRecordOfActivity': [] }
    const text = await signReceipt(small, privateKey, '2026-11')
    for (let index = 0; index < text.length; index++) {
      const other = text[index] === 'A' ? 'B' : 'A'
      const { valid } = await verifyReceipt(text.slice(0, index) + other + text.slice(index + 1), keys)
      // the last character of base64url has bits that say nothing
      const says = index < text.length - 1
      if (says) expect(valid, `character ${index}`).toBe(false)
    }
  })

  it('is refused under other keys, and says why', async () => {
    const text = await signReceipt(receipt(), privateKey, '2026-11')
    const other = await generateKeyPair('EdDSA')
    const foreign = { ...(await exportJWK(other.publicKey)), kid: '2026-11' }
    expect(await verifyReceipt(text, { keys: [foreign] })).toEqual({ valid: false, code: 'bad_signature' })
    expect(await verifyReceipt(text, { keys: [{ ...foreign, kid: 'old' }] })).toEqual({
      valid: false,
      code: 'unknown_key',
    })
  })

  it.each([
    [
      'another kind of signed text',
      { alg: 'EdDSA', typ: 'JWT', kid: '2026-11' },
      JSON.stringify({ '@type': 'dpv:ConsentReceipt', 'dpv:hasRecordOfActivity': [] }),
    ],
    ['a text that is no receipt', { alg: 'EdDSA', typ: receiptType, kid: '2026-11' }, '{"sub":"ada"}'],
    ['a text that is no JSON', { alg: 'EdDSA', typ: receiptType, kid: '2026-11' }, 'x'],
  ])('is not %s', async (_name, header, payload) => {
    const { importJWK } = await import('jose')
    const key = await importJWK(privateKey, 'EdDSA')
    const text = await new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header).sign(key)
    expect(await verifyReceipt(text, keys)).toEqual({ valid: false, code: 'not_a_receipt' })
  })

  it.each(['', 'a.b.c', 'x'.repeat(1_048_577)])('is not %.5s', async (text) => {
    expect((await verifyReceipt(text, keys)).valid).toBe(false)
  })
})
