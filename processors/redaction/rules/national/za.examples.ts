import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  za_id: {
    found: ['SA ID ⟦8001015009087⟧', 'id number: ⟦8001015009087⟧', 'holder ⟦800101 5009 087⟧'],
    notFound: ['SA ID 8001015009086', 'id number 8013015009087', 'ts=1801015009088'],
  },
  za_tax: {
    found: ['tax reference ⟦0001339050⟧', 'VAT number: ⟦4012345676⟧'],
    notFound: ['tax reference 0001339051', 'offset 4012345676'],
  },
}
