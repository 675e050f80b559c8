import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  rs_jmbg: {
    found: ['JMBG ⟦0101006710000⟧', 'matični broj: ⟦1506985715127⟧'],
    notFound: ['JMBG 0101006710006', 'ts 0101006710000', 'JMBG 3201006710005'],
  },
  rs_pib: {
    found: ['PIB ⟦101134479⟧', 'poreski broj ⟦RS100008060⟧'],
    notFound: ['PIB 101134476', 'rows 101134479'],
  },
}
