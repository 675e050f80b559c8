import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  il_teudat_zehut: {
    found: ['teudat zehut ⟦123456782⟧', 'Mispar Zehut: ⟦039337423⟧', 'Israeli ID ⟦39337423⟧'],
    notFound: ['teudat zehut 123456783', 'order 123456782', 'zehut 000000000'],
  },
  il_company: {
    found: ['mispar hevra ⟦516179157⟧', 'VAT number ⟦513455675⟧'],
    notFound: ['company number 516179150', 'batch 516179157', 'hevra 416179157'],
  },
}
