import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  th_citizen_id: {
    found: ['citizen id ⟦1234567890121⟧', 'guest ⟦1-1017-00230-70-8⟧', 'Thai ID: ⟦1 2345 67890 12 1⟧'],
    notFound: ['1234567890121', 'citizen id 1234567890122', '1-1017-00230-70-9', 'took 1101700230708 ns'],
  },
}
