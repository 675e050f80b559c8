import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  de_steuer_id: {
    found: ['Steuer-ID ⟦86 095 742 719⟧', 'IdNr. ⟦65929704899⟧', 'taxId=⟦47036892816⟧', 'user ⟦57549285017⟧ signed in'],
    notFound: ['Steuer-ID 86 095 742 710', 'Steuer-ID 12345678901', 'tin 02476291358', 'counter 11111111111'],
  },
  de_rvnr: {
    found: ['RVNR ⟦15 070649 C 103⟧', 'Sozialversicherungsnummer: ⟦65170839J003⟧', 'file of ⟦53 270139 W 032⟧'],
    notFound: ['RVNR 15 070649 C 104', '15 071349 C 103', 'build 15070649c103'],
  },
  de_identity_card: {
    found: ['Personalausweis ⟦L01X00T471⟧', 'Reisepass-Nr. ⟦C01X0006H⟧', 'Ausweisnummer: ⟦T220001293⟧'],
    notFound: ['Personalausweis L01X00T473', 'artifact L01X00T47', 'Ausweis LOREMIPSU'],
  },
  de_steuernummer: {
    found: ['Steuernummer ⟦181/815/08155⟧', 'Steuernummer: ⟦93815/08152⟧', 'Finanzamt Berlin, ⟦21/815/08150⟧'],
    notFound: ['path 181/815/08155', 'Steuernummer 181/08155'],
  },
  de_vat: {
    found: ['USt-IdNr. ⟦DE136695976⟧', 'VAT ⟦DE 123 456 788⟧', 'Rechnung an ⟦DE287654324⟧'],
    notFound: ['invoice DE136695973', 'rev de287654324'],
  },
}
