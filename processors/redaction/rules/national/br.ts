import { digitAt, isOneDigitOnly, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const brRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'br_cpf',
    type: 'national_id',
    title: 'Cadastro de Pessoas Físicas (CPF)',
    country: 'BR',
    source: 'Receita Federal: Cadastro de Pessoas Físicas, cálculo do dígito verificador',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{9}[-/ ]?\d{2}$|^\d{3}\.\d{3}\.\d{3}[-./ ]?\d{2}$|^\d{3} \d{3} \d{3}[ -]\d{2}$/u,
    check: isCpf,
    // one number of eleven digits in a hundred passes
    bare: /^\d{11}$|[-./]/u,
    words: [...personNumberWords, 'cpf', 'cadastro de pessoa fisica', 'cadastro de pessoas fisicas'],
  },
  {
    kind: 'code',
    name: 'br_cnpj',
    type: 'tax_id',
    title: 'Cadastro Nacional da Pessoa Jurídica (CNPJ)',
    country: 'BR',
    source: 'Receita Federal: CNPJ; CNPJ alfanumérico, Instrução Normativa RFB 2.229/2024',
    lengths: [14],
    alphabet: 'mixed',
    shape: /^[\dA-Z]{12}-?\d{2}$|^[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-?\d{2}$/iu,
    check: isCnpj,
    // without its signs only the first branches of a company: fourteen digits may be a time
    bare: /^[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/|^[\dA-Z]{8}000[1-9]-?\d{2}$/u,
    words: [...businessNumberWords, 'cnpj', 'cadastro nacional da pessoa juridica'],
  },
  {
    kind: 'code',
    name: 'br_pis',
    type: 'national_id',
    title: 'PIS, PASEP, NIS, NIT',
    country: 'BR',
    source: 'Caixa Econômica Federal: Número de Identificação Social, módulo 11',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{11}$|^\d{3}\.\d{5}\.\d{2}-\d$|^\d{3}\.\d{4}\.\d{3}-\d$/u,
    check: (number) =>
      ((11 - (weightedSum(number, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === digitAt(number, 10) &&
      !isOneDigitOnly(number),
    bare: false,
    words: [...personNumberWords, 'pis', 'pasep', 'pis pasep', 'nis', 'nit'],
  },
  {
    kind: 'code',
    name: 'br_cns',
    type: 'national_id',
    title: 'Cartão Nacional de Saúde (CNS)',
    country: 'BR',
    source: 'DATASUS: rotina de validação do número do Cartão Nacional de Saúde',
    lengths: [15],
    alphabet: 'digits',
    shape: /^[12789]\d{14}$|^[12789]\d{2}[ .]\d{4}[ .]\d{4}[ .]\d{4}$/u,
    check: (number) => weightedSum(number, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    bare: false,
    words: ['cns', 'cartao sus', 'cartao nacional de saude', 'cartao de saude'],
  },
]

function isCpf(number: string): boolean {
  const first = ((weightedSum(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10
  const second = ((weightedSum(number, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10
  return first === digitAt(number, 9) && second === digitAt(number, 10) && !isOneDigitOnly(number)
}

/** Letters, which companies have since July 2026, count as their place in ASCII less 48, and digits as themselves. */
function isCnpj(code: string): boolean {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  const first = ((weightedSum(code, weights.slice(1)) * 10) % 11) % 10
  const second = ((weightedSum(code, weights) * 10) % 11) % 10
  return first === digitAt(code, 12) && second === digitAt(code, 13) && !isOneDigitOnly(code)
}
