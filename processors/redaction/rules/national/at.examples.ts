import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  at_svnr: {
    found: ['SVNR ⟦1237 010180⟧', 'Sozialversicherungsnummer: ⟦1786110790⟧', 'Patient ⟦6543 240585⟧'],
    notFound: ['SVNR 1233 010180', 'SVNR 1237 320180', 'seq 1237010180'],
  },
  at_steuernummer: {
    found: ['Steuernummer ⟦59-119/9013⟧', 'Finanzamt Wien, ⟦03 123 4560⟧'],
    notFound: ['Steuernummer 59-119/9016', 'sector 591199013'],
  },
  at_vat: {
    found: ['UID-Nr. ⟦ATU13585627⟧', 'Rechnung ⟦ATU 1234 5675⟧'],
    notFound: ['Rechnung ATU13585626', 'rev atu13585627'],
  },
}
