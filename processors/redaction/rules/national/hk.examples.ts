import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  hk_id: {
    found: ['HKID ⟦A1234563⟧', 'hkid_no=⟦ab9876543⟧', 'Hong Kong Identity Card ⟦A123456-3⟧'],
    notFound: ['HKID A1234564', 'id A1234563', 'HKID A12345633'],
  },
  hk_id_brackets: {
    found: ['holder ⟦A123456(3)⟧', 'HKID: ⟦AB987654(3)⟧', 'hkid ⟦a123456(3)⟧'],
    notFound: ['A123456(4)', 'fn_A123456(3)', 'A123456(33)', 'x.A123456(3)'],
  },
}
