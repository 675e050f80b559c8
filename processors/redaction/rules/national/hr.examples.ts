import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  hr_oib: {
    found: ['OIB ⟦33392005961⟧', 'identifikacijski broj: ⟦69435151530⟧'],
    notFound: ['OIB 33392005966', 'seq 33392005961'],
  },
  hr_vat: {
    found: ['PDV ⟦HR33392005961⟧', 'račun ⟦HR 69435151530⟧'],
    notFound: ['račun HR33392005966', 'rev hr69435151530'],
  },
}
