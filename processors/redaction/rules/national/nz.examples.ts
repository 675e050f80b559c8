import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  nz_ird: {
    found: ['IRD number ⟦49-091-850⟧', 'ird: ⟦136410132⟧', 'GST No. ⟦49 091 850⟧'],
    notFound: ['IRD 49-091-851', 'order 136410132', 'ird 9125568'],
  },
  nz_nhi: {
    found: ['NHI ⟦ZZZ0016⟧', 'nhi_number: ⟦JBX3656⟧', 'NHI no ⟦zac5361⟧'],
    notFound: ['NHI ZZZ0017', 'ticket JBX3656', 'NHI OBX3656'],
  },
}
