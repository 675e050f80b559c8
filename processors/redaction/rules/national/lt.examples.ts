import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  lt_asmens_kodas: {
    found: ['asmens kodas ⟦38309140346⟧', 'klientas ⟦50102031232⟧', 'a. k. ⟦49001010121⟧'],
    notFound: ['asmens kodas 38309140343', '38313140345', 'count 99309140345'],
  },
  lt_vat: {
    found: ['PVM kodas ⟦LT119511515⟧', 'sąskaita ⟦LT 100001919017⟧'],
    notFound: ['sąskaita LT119511516', 'rev lt119511515'],
  },
}
