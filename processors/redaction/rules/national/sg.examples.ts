import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  sg_nric: {
    found: ['NRIC ⟦S1234567D⟧', 'visitor ⟦T0123456G⟧ signed in', 'FIN: ⟦f1234567n⟧', 'holder ⟦M1234567K⟧'],
    notFound: ['NRIC S1234567A', 'commit s1234567d', 'M1234567L'],
  },
  sg_uen: {
    found: ['UEN ⟦00192200M⟧', 'uen: ⟦197401143C⟧', 'society ⟦S16FC0121D⟧'],
    notFound: ['UEN 00192200N', 'UEN 197401143D', 'build 197401143C', 'S16FC0121E'],
  },
}
