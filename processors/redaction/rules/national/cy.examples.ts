import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  cy_vat: {
    found: ['VAT ⟦CY10259033P⟧', 'TIC: ⟦CY00123456H⟧', 'invoice ⟦CY 99200000L⟧'],
    notFound: ['invoice CY10259033X', 'rev cy10259033P'],
  },
}
