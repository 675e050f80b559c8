import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  jp_my_number: {
    found: ['My Number ⟦1234 5678 9018⟧', '{"myNumber":"⟦123456789018⟧"}', 'individual number ⟦1234-5678-9018⟧'],
    notFound: ['My Number 1234 5678 9019', '1234 5678 9018', 'offset 123456789018'],
  },
  jp_corporate_number: {
    found: ['corporate number ⟦5835678256246⟧', 'hojin bango: ⟦5-8356-7825-6246⟧'],
    notFound: ['corporate number 5835678256247', 'took 5835678256246 ns'],
  },
  jp_invoice_number: {
    found: ['invoice ⟦T5835678256246⟧', 'qualified invoice issuer ⟦T5-8356-7825-6246⟧'],
    notFound: ['invoice T5835678256247', 'tag T5835678256246'],
  },
}
