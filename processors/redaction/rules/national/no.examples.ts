import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  no_fodselsnummer: {
    found: ['fødselsnummer ⟦15029020792⟧', 'bruker ⟦311280 38623⟧', 'D-nummer: ⟦55029046653⟧', 'test ⟦15829040783⟧'],
    notFound: ['fødselsnummer 15029012035', 'fnr 15139012345', 'phone 04790180000'],
  },
  no_organisasjonsnummer: {
    found: ['org.nr. ⟦923 609 016⟧', 'organisasjonsnummer=⟦988077194⟧'],
    notFound: ['org.nr. 923 609 017', 'bytes=923609016'],
  },
  no_mva: {
    found: ['faktura fra ⟦NO 974 760 673 MVA⟧', 'fra ⟦988077194MVA⟧'],
    notFound: ['faktura fra NO 974 760 676 MVA', 'rev no923609016'],
  },
}
