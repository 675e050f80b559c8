import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  tr_kimlik: {
    found: ['TC kimlik no ⟦10000000146⟧', 'müşteri ⟦19735010512⟧', 'TCKN: ⟦23456789060⟧'],
    notFound: ['TC kimlik no 10000000136', '10000000145', 'seq 12345678900'],
  },
  tr_vkn: {
    found: ['VKN ⟦4540536572⟧', 'vergi no: ⟦123 456 7890⟧'],
    notFound: ['VKN 4540536576', 'offset 4540536572'],
  },
}
