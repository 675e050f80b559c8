import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  kr_rrn: {
    found: ['RRN ⟦971013-1019901⟧', 'user ⟦010101-3123456⟧', 'resident registration number: ⟦9710131019901⟧'],
    notFound: ['971313-1019901', '971013-9019902', 'took 9710131019901 ns', '990230-1234567'],
  },
  kr_brn: {
    found: ['BRN ⟦116-82-00276⟧', 'issued by ⟦123-45-67891⟧', 'business registration number ⟦1168200276⟧'],
    notFound: ['116-82-00277', 'offset 1168200276', '116-00-00276'],
  },
}
