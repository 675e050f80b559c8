import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  gr_amka: {
    found: ['AMKA ⟦01019000122⟧', 'asfalismenos ⟦150785 04329⟧'],
    notFound: ['AMKA 01019000126', 'AMKA 32019000123', 'phone 01522 3456789'],
  },
  gr_afm: {
    found: ['AFM ⟦094259216⟧', 'A.F.M. ⟦023456780⟧'],
    notFound: ['AFM 094259217', 'rows 094259216'],
  },
  gr_vat: {
    found: ['VAT ⟦EL094259216⟧', 'timologio ⟦EL 023456780⟧'],
    notFound: ['timologio EL094259217', 'rev el023456780'],
  },
}
