import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  us_mbi: {
    found: ['MBI ⟦1EG4-TE5-MK73⟧', 'patient ⟦1EG4TE5MK73⟧ admitted', '{"medicareNumber":"⟦1eg4te5mk73⟧"}'],
    notFound: ['MBI 1SG4-TE5-MK73', 'patient 0EG4TE5MK73', 'build 1eg4te5mk73', 'MBI 1EG4-TE5-MK73-A1'],
  },
}
