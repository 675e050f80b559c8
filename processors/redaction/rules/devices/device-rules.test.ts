import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passesLuhn } from '../../checksums.ts'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { deviceRules } from './device-rules.ts'

const scan = createScanner(compileRules(deviceRules))

/** What was found in `text`, as it is written there. */
function foundIn(text: string): readonly string[] {
  return scan(text).map(({ start, end }) => text.slice(start, end))
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('identities of mobile equipment', () => {
  // 3GPP TS 23.003, annex B, and GSMA TS.06
  it.each(['490154203237518', '352099001761481', '357805023984942'])('are those that are published: %s', (imei) => {
    expect(foundIn(`imei ${imei}`)).toEqual([imei])
  })

  it('have the check digit behind a word', () => {
    fc.assert(
      fc.property(digits(15), (imei) => foundIn(`imei: ${imei}`).length === Number(passesLuhn(imei))),
      {
        examples: [['490154203237518']],
      },
    )
  })

  it('are none without a word', () => {
    fc.assert(fc.property(digits(15), (imei) => foundIn(`span of ${imei} ns`).length === 0))
  })
})

describe('identities of subscribers', () => {
  it.each(['001', '208', '234', '262', '310', '311', '404', '440', '460', '505', '655', '724', '901'])(
    'begin with the code of a country: %s',
    (code) => {
      expect(foundIn(`imsi ${code}011234567890`)).toEqual([`${code}011234567890`])
    },
  )

  it.each(['000', '100', '201', '233', '300', '399', '463', '500', '600', '601', '701', '751', '800', '902'])(
    'do not begin with what is none: %s',
    (code) => {
      expect(foundIn(`imsi ${code}011234567890`)).toEqual([])
    },
  )
})

describe('identifiers of devices', () => {
  const uuid = fc.uuid().filter((id) => /[1-9a-f]/u.test(id))

  it('are UUIDs behind a telling name', () => {
    fc.assert(
      fc.property(uuid, (id) => foundIn(`idfv=${id}`).join() === id && foundIn(`"gaid": "${id}"`).join() === id),
    )
  })

  it('are never other UUIDs', () => {
    const name = fc.constantFrom(
      'id',
      'trace',
      'request_id',
      'row',
      'message.id',
      'device',
      'host.id',
      'volume',
      'gpu.uuid',
    )
    fc.assert(fc.property(name, uuid, (field, id) => foundIn(`${field}=${id}`).length === 0))
  })
})
