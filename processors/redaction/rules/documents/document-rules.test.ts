import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { documentRules } from './document-rules.ts'
import { isMrzLine } from './mrz-line.ts'

const scan = createScanner(compileRules(documentRules))

/** What was found in `text`, as it is written there. */
function foundIn(text: string): readonly string[] {
  return scan(text).map(({ start, end }) => text.slice(start, end))
}

/** The text with the unit at `index` replaced. */
function withUnit(text: string, index: number, unit: string): string {
  return text.slice(0, index) + unit + text.slice(index + 1)
}

describe('the machine readable zone', () => {
  // ICAO Doc 9303, parts 4 to 6: the specimen of Utopia
  const specimens = [
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    'D231458907UTO7408122F1204159<<<<<<<6',
    'I<UTOD231458907<<<<<<<<<<<<<<<',
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
    'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  ]

  it.each(specimens)('knows %s', (line) => {
    expect(isMrzLine(line)).toBe(true)
    expect(isMrzLine(line.slice(1))).toBe(false)
    expect(isMrzLine(`${line}<`)).toBe(false)
  })

  it('has no digit that could be another', () => {
    const passport = specimens[0] ?? ''
    const digits = [...passport.matchAll(/\d/gu)].map(({ index }) => index)
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.constantFrom(...'0123456789'), (index, digit) => {
        fc.pre(passport.charAt(index) !== digit)
        expect(isMrzLine(withUnit(passport, index, digit))).toBe(false)
      }),
    )
  })

  it('is found whole where its lines follow each other', () => {
    const zone = `${specimens[3]}\n${specimens[0]}`
    expect(new Set(foundIn(`scanned\n${zone}\nok`).join('\n').split('\n'))).toContain(specimens[0])
    expect(foundIn(`${specimens[3]}\r\n`)).toEqual([specimens[3]])
  })

  // reading again from each filler would take minutes
  it('is not found where nothing but fillers stands', { timeout: 20_000 }, () => {
    expect(foundIn('123456<'.repeat(40_000))).toEqual([])
    expect(foundIn('<\n'.repeat(100_000))).toEqual([])
  })
})

describe('vehicle identification numbers', () => {
  it('are found without a word only with the right check digit', () => {
    const digits = [...'0123456789X'].map((digit) => withUnit('1M8GDM9AXKP042788', 8, digit))
    expect(digits.filter((number) => foundIn(`car ${number} sold`).length > 0)).toEqual(['1M8GDM9AXKP042788'])
  })

  it('never have the letters I, O and Q', () => {
    for (const letter of 'IOQ') expect(foundIn(`vin ${withUnit('WVWZZZ1KZ6W000001', 3, letter)}`)).toEqual([])
  })

  it('are next to no random ids of seventeen capitals and digits', () => {
    const unit = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    const ids = fc.sample(fc.string({ unit, minLength: 17, maxLength: 17 }), { numRuns: 50_000, seed: 20_260_709 })
    expect(ids.filter((id) => foundIn(`id ${id}`).length > 0).length / ids.length).toBeLessThan(0.0005)
  })
})

describe('numbers of passports and licences', () => {
  const number = fc.stringMatching(/^[A-Z]{0,2}\d{6,9}$/u)

  it('are none without a word', () => {
    fc.assert(fc.property(number, (digits) => foundIn(`order ${digits} shipped`).length === 0))
  })

  it('are not days', () => {
    expect(foundIn('passport issued 20210115, expires 20310114')).toEqual([])
    expect(foundIn("driver's license issued 20210115")).toEqual([])
  })
})

describe('the driver number of Great Britain', () => {
  it.each(['MORGA657054SM9IJ', 'MORGA753116SM9IJ', 'AA999512208A99LY'])('is found without a word: %s', (driver) => {
    expect(foundIn(`user ${driver} logged in`)).toEqual([driver])
  })

  it.each([
    ['no such month', 'MORGA637054SM9IJ'],
    ['no such day', 'MORGA657324SM9IJ'],
    ['a nine within the name', 'MO9GA657054SM9IJ'],
  ])('has %s', (_, driver) => {
    expect(foundIn(`user ${driver} logged in`)).toEqual([])
  })
})
