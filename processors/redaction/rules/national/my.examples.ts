import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  my_nric: {
    found: ['MyKad ⟦770305-02-1234⟧', 'guest ⟦891114-07-5601⟧', 'ic_no=⟦850523145001⟧', 'NRIC ⟦770305 02 1234⟧'],
    notFound: ['771305-02-1234', '770305-17-1234', '850523145001', 'MyKad 770230021234'],
  },
}
