import { digitAt, isOneDigitOnly, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

export const ptRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'pt_nif',
    type: 'national_id',
    title: 'Número de identificação fiscal (NIF) of a person',
    country: 'PT',
    source: 'Autoridade Tributária: NIF; Decreto-Lei 14/2013',
    lengths: [9],
    alphabet: 'digits',
    // what companies have begins with 5, 6, 7 or 9
    shape: /^(?:[1-3]\d{2}|45\d)([ .]?)\d{3}\1\d{3}$/u,
    check: passesFiscalCheck,
    bare: false,
    words: [...personNumberWords, 'nif', 'contribuinte', 'numero de contribuinte', 'identificacao fiscal'],
  },
  {
    kind: 'code',
    name: 'pt_cartao_cidadao',
    type: 'national_id',
    title: 'Número de documento of the Cartão de Cidadão',
    country: 'PT',
    source: 'Instituto dos Registos e do Notariado: validação de número de documento do Cartão de Cidadão',
    lengths: [12],
    alphabet: 'letters',
    shape: /^\d{8}[ -]?\d[ -]?(?:[A-Z][A-Z\d]|\d[A-Z])[ -]?\d$/iu,
    check: isCitizenCard,
    bare: /^\d{8}[ -]?\d[ -]?[A-Z]{2}[ -]?\d$/u,
    words: [
      ...personNumberWords,
      'cartao de cidadao',
      'cartao cidadao',
      'documento',
      'numero de documento',
      'bilhete de identidade',
    ],
  },
  {
    kind: 'code',
    name: 'pt_nipc',
    type: 'tax_id',
    title: 'NIPC, the NIF of a company',
    country: 'PT',
    source: 'Autoridade Tributária: NIF and NIPC; Decreto-Lei 129/98',
    lengths: [9],
    alphabet: 'digits',
    shape: /^[5-9]\d{2}[ .]?\d{3}[ .]?\d{3}$/u,
    check: passesFiscalCheck,
    bare: false,
    words: [...businessNumberWords, 'nipc', 'nif', 'iva', 'contribuinte'],
  },
  vatNumber({
    country: 'PT',
    title: 'Número de IVA',
    source: 'Autoridade Tributária: NIF and NIPC; European Commission, VIES: Portugal',
    written: '[1-35-9]\\d{2}[ .]?\\d{3}[ .]?\\d{3}',
    lengths: [9],
    check: passesFiscalCheck,
    words: ['nipc', 'nif', 'iva', 'contribuinte'],
  }),
]

function passesFiscalCheck(number: string): boolean {
  const check = 11 - (weightedSum(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return (check > 9 ? 0 : check) === digitAt(number, 8) && !isOneDigitOnly(number)
}

/** Luhn's sum with letters as 10 to 35, which stay what they are where nothing is doubled. */
function isCitizenCard(number: string): boolean {
  let sum = 0
  for (let index = 0; index < number.length; index++) {
    const unit = number.charCodeAt(index)
    const value = unit >= 65 ? unit - 55 : unit - 48
    const doubled = index % 2 === 0 ? value * 2 : value
    sum += doubled > 9 && index % 2 === 0 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
