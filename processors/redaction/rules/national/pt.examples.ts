import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  pt_nif: {
    found: ['NIF ⟦123456789⟧', 'contribuinte n.º ⟦245 123 679⟧'],
    notFound: ['NIF 123456786', 'id=245123679'],
  },
  pt_cartao_cidadao: {
    found: ['Cartão de Cidadão ⟦00000000 0 ZZ4⟧', 'titular ⟦12345678 9 ZX5⟧', 'documento: ⟦143782295ZY4⟧'],
    notFound: ['Cartão de Cidadão 00000000 0 ZZ3', 'job 123456789ZZ'],
  },
  pt_nipc: {
    found: ['NIPC ⟦501964843⟧', 'contribuinte ⟦507 778 880⟧'],
    notFound: ['NIPC 501964846', 'rows 501964843'],
  },
  pt_vat: {
    found: ['fatura ⟦PT 501 964 843⟧', 'VAT: ⟦PT507778880⟧'],
    notFound: ['fatura PT501964846', 'rev pt501964843'],
  },
}
