import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { bankAccountRules } from './bank-account.ts'

const scan = createScanner(compileRules(bankAccountRules))

/** What was found in `text`, by which rule. */
function foundIn(text: string): readonly (readonly [rule: string, written: string])[] {
  return scan(text).map(({ rule, start, end }) => [rule ?? '', text.slice(start, end)])
}

const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })

describe('numbers of bank accounts', () => {
  it('are none without a word, whatever their check digits', () => {
    fc.assert(fc.property(digits(6, 18), (number) => foundIn(`order ${number} shipped`).length === 0))
  })

  it('have six to seventeen digits behind a word', () => {
    fc.assert(
      fc.property(digits(5, 20), (number) => {
        fc.pre(!/^(\d)\1*$|^(?:19|20)\d{6}$/u.test(number))
        const isOne = number.length >= 6 && number.length <= 17
        expect(foundIn(`account number: ${number}`).some(([rule]) => rule === 'bank_account_number')).toBe(isOne)
      }),
    )
  })

  it('follow the number of the bank', () => {
    expect(foundIn('routing 021000021')).toEqual([['us_routing_number', '021000021']])
    expect(foundIn('routing number 021000021, account 000987654321')).toEqual([
      ['us_routing_number', '021000021'],
      ['bank_account_number', '000987654321'],
    ])
    expect(foundIn('sort code 20-00-00 account 55779911').map(([, written]) => written)).toEqual([
      '20-00-00',
      '55779911',
    ])
  })
})

describe('check digits of banks', () => {
  // Federal Reserve Bank of New York, of Boston, and others that publish theirs
  it.each(['021001208', '011000015', '021000021', '122105155', '324377516'])('are right in %s', (number) => {
    expect(foundIn(`aba ${number}`)).toEqual([['us_routing_number', number]])
    const wrong = number.slice(0, 8) + String((Number(number.slice(8)) + 1) % 10)
    expect(foundIn(`fedwire ${wrong}`)).toEqual([])
  })

  it.each(['032180000118359719', '002010077777777771'])('are right in %s', (account) => {
    expect(foundIn(`clabe ${account}`)).toEqual([['mx_clabe', account]])
    const wrong = account.slice(0, 17) + String((Number(account.slice(17)) + 1) % 10)
    expect(foundIn(`clabe ${wrong}`)).toEqual([])
  })
})

describe('codes of banks', () => {
  it('have the code of a country', () => {
    expect(foundIn('bic: DEUTDEFF')).toEqual([['bic', 'DEUTDEFF']])
    expect(foundIn('bic: DEUTQQFF')).toEqual([])
  })

  it('end where the word ends', () => {
    expect(foundIn('BIC DEUTDEFF, IBAN follows')).toEqual([['bic', 'DEUTDEFF']])
    expect(foundIn('BIC DEUTDEFF AND MORE')).toEqual([['bic', 'DEUTDEFF']])
    expect(foundIn('BIC DEUTDEFFX')).toEqual([])
  })
})
