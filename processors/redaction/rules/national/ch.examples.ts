import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ch_ahv: {
    found: ['AHV-Nr. ⟦756.1234.5678.97⟧', 'versicherte Person ⟦756 9217 0769 85⟧', 'avs=⟦7563047515805⟧'],
    notFound: ['756.1234.5678.93', '757.1234.5678.97', 'ts 1756123456789'],
  },
  ch_uid: {
    found: ['UID ⟦CHE-116.281.710 MWST⟧', 'facture de ⟦CHE-100.155.212⟧', 'uid=⟦CHE123456788⟧'],
    notFound: ['CHE-116.281.713', 'CHF-116.281.710'],
  },
}
