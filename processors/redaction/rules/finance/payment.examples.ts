import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  credit_card: {
    found: [
      '⟦4111111111111111⟧',
      'card ⟦5555 5555 5555 4444⟧ exp',
      '⟦3782-822463-10005⟧',
      '{"pan":"⟦6011111111111117⟧"}',
      'order 12 ⟦4111 1111 1111 1111⟧ 99',
      'card: ⟦4000000000000000006⟧',
    ],
    notFound: ['4111 1111 1111 1112', '1795430178123456789', 'offset 4000000000000000006', '9268.70058183839'],
  },
  iban: {
    found: [
      '⟦DE89370400440532013000⟧',
      'to ⟦GB29 NWBK 6016 1331 9268 19⟧.',
      '⟦fr1420041010050500013m02606⟧',
      'IBAN ⟦NL91ABNA0417164300⟧ and more',
      'an ⟦BE68-5390-0754-7034⟧',
    ],
    notFound: ['DE89370400440532013001', 'XX89370400440532013000', 'DE8937040044053201300'],
  },
}
