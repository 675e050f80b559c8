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
    for (const imei of valuesOf('imei')) expect(validator.isLuhnNumber(imei.replaceAll('-', '')), imei).toBe(true)
    for (const wallet of ['wallet.btc', 'wallet.p2sh', 'wallet.segwit'].flatMap(valuesOf)) {
      expect(validator.isBtcAddress(wallet), wallet).toBe(true)
    }
    for (const bic of valuesOf('bic')) expect(validator.isBIC(bic), bic).toBe(true)
    for (const clabe of valuesOf('clabe')) expect(stdnum.MX?.clabe?.validate(clabe).isValid, clabe).toBe(true)
  })
})
