import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  lu_matricule: {
    found: ['matricule ⟦1993120105720⟧', 'assuré ⟦1984031112326⟧', 'numéro d’identification ⟦2001 02 14 012 24⟧'],
    notFound: ['matricule 1993120105738', '1993130105732', 'ts=1700000000000'],
  },
  lu_vat: {
    found: ['TVA ⟦LU15027442⟧', 'facture ⟦LU 123 456 13⟧'],
    notFound: ['facture LU15027463', 'rev lu15027442'],
  },
}
