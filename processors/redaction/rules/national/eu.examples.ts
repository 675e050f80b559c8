import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  eu_vat: {
    found: ['VAT no. ⟦DE123456789⟧', 'TVA : ⟦FR 12 345 678 901⟧', 'vat_id=⟦EU372000041⟧', 'USt-IdNr.: ⟦ATU12345678⟧'],
    notFound: ['pod DE123456780', 'VAT DE1234', 'VAT rules of DEPARTMENTS'],
  },
}
