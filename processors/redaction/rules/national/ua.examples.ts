import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ua_rnokpp: {
    found: ['RNOKPP ⟦1759013450⟧', 'ІПН (ipn): ⟦3123456789⟧'],
    notFound: ['RNOKPP 1759013456', 'offset 1759013450', 'RNOKPP 9999913456'],
  },
  ua_edrpou: {
    found: ['EDRPOU ⟦32855961⟧', 'edrpou=⟦14360570⟧'],
    notFound: ['EDRPOU 32855966', 'rows 14360570'],
  },
}
