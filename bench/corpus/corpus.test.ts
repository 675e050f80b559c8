import { isValidPhoneNumber } from 'libphonenumber-js'
import { entityTypes } from 'privity/policy'
import { stdnum } from 'stdnum'
import validator from 'validator'
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus.ts'
import { createRandom } from './random.ts'
import { values } from './written-texts.ts'

const texts = corpus()
const seed = 4_711

/** Several values of a name, or of all names that start like it. */
function valuesOf(start: string): readonly string[] {
  const random = createRandom(seed)
  const names = Object.keys(values).filter((name) => name === start || name.startsWith(`${start}.`))
  return names.flatMap((name) => Array.from({ length: 20 }, () => values[name]?.write(random) ?? ''))
}

describe('the corpus', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(corpus()).toEqual(texts)
    expect(corpus(7)).not.toEqual(texts)
  })

  it('has thousands of texts, no two the same, and at least half of them clean', () => {
    const clean = texts.filter(({ labels }) => labels.length === 0)
    expect(texts.length).toBeGreaterThanOrEqual(6_000)
    expect(clean.length).toBeGreaterThanOrEqual(texts.length / 2)
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  })

  it('has at least seventy values of each type', () => {
    const counts = Map.groupBy(
      texts.flatMap(({ labels }) => labels),
      ({ type }) => type,
    )
    for (const { type } of entityTypes) expect(counts.get(type)?.length, type).toBeGreaterThanOrEqual(70)
  })

  it('has its labels inside of the texts, in their order, apart, on what stands there', () => {
    for (const { text, labels } of texts) {
      let last = 0
      for (const { start, end } of labels) {
        expect(start, text).toBeGreaterThanOrEqual(last)
        expect(end, text).toBeGreaterThan(start)
        expect(end, text).toBeLessThanOrEqual(text.length)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        last = end
      }
      expect(text).not.toMatch(/\{(?:value|called|key)\}/u)
    }
  })
})

describe('a value that the corpus writes', () => {
  it('is a telephone number that its country gives out', () => {
    for (const number of valuesOf('phone').filter((value) => value.startsWith('+'))) {
      expect(isValidPhoneNumber(number), number).toBe(true)
    }
  })

  it('has the check digits of its kind', () => {
    for (const iban of valuesOf('iban')) expect(validator.isIBAN(iban.toUpperCase()), iban).toBe(true)
    for (const card of valuesOf('card')) expect(validator.isCreditCard(card), card).toBe(true)
    for (const imei of valuesOf('imei')) expect(validator.isIMEI(imei.replaceAll('-', '')), imei).toBe(true)
    for (const iccid of valuesOf('iccid')) expect(validator.isLuhnNumber(iccid), iccid).toBe(true)
    for (const clabe of valuesOf('clabe')) expect(stdnum.MX?.clabe?.validate(clabe).isValid, clabe).toBe(true)
    for (const wallet of ['wallet.btc', 'wallet.p2sh', 'wallet.segwit'].flatMap(valuesOf)) {
      expect(validator.isBtcAddress(wallet), wallet).toBe(true)
    }
  })

  it('is written as its kind is', () => {
    const utf8 = { allow_utf8_local_part: true }
    for (const email of valuesOf('email')) expect(validator.isEmail(email, utf8), email).toBe(true)
    for (const ip of valuesOf('ip')) expect(validator.isIP(ip), ip).toBe(true)
    for (const mac of valuesOf('mac')) expect(validator.isMACAddress(mac), mac).toBe(true)
    for (const bic of valuesOf('bic')) expect(validator.isBIC(bic), bic).toBe(true)
    for (const wallet of valuesOf('wallet.eth')) expect(validator.isEthereumAddress(wallet), wallet).toBe(true)
    for (const pair of valuesOf('place.pair')) expect(validator.isLatLong(pair), pair).toBe(true)
    for (const token of valuesOf('jwt')) expect(validator.isJWT(token), token).toBe(true)
    for (const country of ['US', 'GB', 'FR', 'ES', 'IT', 'IN', 'PL', 'NL']) {
      const numbers = valuesOf(`passport.${country.toLowerCase()}`)
      for (const number of numbers) expect(validator.isPassportNumber(number, country), number).toBe(true)
    }
  })

  // what `stdnum` drew is asked of somebody else
  it.each([
    ['CN/ric', 'zh-CN'],
    ['ES/nie', 'ES'],
    ['FI/hetu', 'FI'],
    ['HK/hkid', 'zh-HK'],
    ['IL/idnr', 'he-IL'],
    ['NO/fodselsnummer', 'NO'],
    ['PL/pesel', 'PL'],
    ['TH/idnr', 'TH'],
    ['TW/natid', 'zh-TW'],
  ] as const)('is a number of a person: %s', (name, locale) => {
    for (const number of valuesOf(name)) {
      const compact = name === 'FI/hetu' || name === 'HK/hkid' ? number : number.replaceAll(/[ -]/gu, '')
      expect(validator.isIdentityCard(compact, locale), number).toBe(true)
    }
  })

  it.each([
    ['BE/nn', 'fr-BE'],
    ['BG/egn', 'bg-BG'],
    ['BR/cpf', 'pt-BR'],
    ['CA/sin', 'en-CA'],
    ['DE/idnr', 'de-DE'],
    ['HR/oib', 'hr-HR'],
    ['IE/pps', 'en-IE'],
    ['NL/bsn', 'nl-NL'],
    ['PT/nif', 'pt-PT'],
    ['RO/cnp', 'ro-RO'],
    ['SK/rc', 'sk-SK'],
  ])('is a tax number of a person: %s', (name, locale) => {
    for (const number of valuesOf(name)) {
      expect(validator.isTaxID(number.replaceAll(/[ .-]/gu, ''), locale), number).toBe(true)
    }
  })
})
