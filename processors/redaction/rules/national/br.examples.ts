import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  br_cpf: {
    found: ['CPF ⟦529.982.247-25⟧', 'cliente ⟦529982247-25⟧', 'cpf=⟦52998224725⟧', 'pedido de ⟦11144477735⟧'],
    notFound: ['CPF 529.982.247-24', 'cliente 52998224724', 'CPF 111.111.111-11'],
  },
  br_cnpj: {
    found: [
      'CNPJ ⟦11.222.333/0001-81⟧',
      'fornecedor ⟦11222333000181⟧',
      'CNPJ novo ⟦12.ABC.345/01DE-35⟧',
      'cnpj: ⟦12ABC34501DE35⟧',
    ],
    notFound: ['CNPJ 11.222.333/0001-82', '12.ABC.345/01DE-36', 'at 20261123103618', 'id 12abc34501de35'],
  },
  br_pis: {
    found: ['PIS ⟦120.12345.67-2⟧', 'NIS: ⟦12012345672⟧'],
    notFound: ['PIS 120.12345.67-6', 'lote 12012345672'],
  },
  br_cns: {
    found: ['cartão SUS ⟦898 0012 3456 7891⟧', 'CNS: ⟦898001234567891⟧'],
    notFound: ['CNS 898001234567892', 'trace 898001234567891'],
  },
}
