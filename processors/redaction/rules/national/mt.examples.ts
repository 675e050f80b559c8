import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  mt_identity_card: {
    found: ['karta tal-identità ⟦0123490M⟧', 'ID card ⟦0054321G⟧'],
    notFound: ['heap 0123490M', 'ID card 0123490X'],
  },
  mt_vat: {
    found: ['VAT ⟦MT16791136⟧', 'invoice ⟦MT 1167 9112⟧'],
    notFound: ['invoice MT16791163', 'rev mt16791136'],
  },
}
