import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  si_emso: {
    found: ['EMŠO ⟦0101006500006⟧', 'matična številka ⟦1506985500120⟧'],
    notFound: ['EMŠO 0101006500007', 'ts 0101006500006', 'EMŠO 3201006500006'],
  },
  si_davcna_stevilka: {
    found: ['davčna številka ⟦15012557⟧', 'davčna št.: ⟦50223054⟧'],
    notFound: ['davčna številka 15012556', 'rows 50223054'],
  },
  si_vat: {
    found: ['račun ⟦SI 50223054⟧', 'ID za DDV: ⟦SI15012557⟧'],
    notFound: ['račun SI50223056', 'rev si50223054'],
  },
}
