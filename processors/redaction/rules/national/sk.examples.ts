import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  sk_dic: {
    found: ['DIČ ⟦2022749619⟧', 'dic=⟦2020000125⟧'],
    notFound: ['DIČ 2022749616', 'seq 2022749619'],
  },
  sk_vat: {
    found: ['IČ DPH ⟦SK2022749619⟧', 'faktúra ⟦SK 2020000125⟧'],
    notFound: ['faktúra SK2022749616', 'rev sk2022749619'],
  },
}
