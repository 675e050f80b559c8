import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  dk_cpr_with_check_digit: {
    found: ['borger ⟦211062-3626⟧', 'CPR: ⟦070761-4285⟧'],
    notFound: ['borger 211062-3627', 'borger 311162-3629', 'offset 2110623629'],
  },
  dk_cpr: {
    found: ['CPR-nr. ⟦010180-1234⟧', 'cpr=⟦0707614285⟧', 'personnummer ⟦150790 2345⟧'],
    notFound: ['CPR-nr. 321180-1234', 'seq 0101801234', 'CPR 010160-5678'],
  },
  dk_cvr: {
    found: ['CVR-nr. ⟦13585628⟧', 'virksomhed ⟦25 31 37 63⟧'],
    notFound: ['CVR-nr. 13585626', 'rows=13585628'],
  },
  dk_vat: {
    found: ['moms ⟦DK13585628⟧', 'faktura ⟦DK 25 31 37 63⟧'],
    notFound: ['faktura DK13585626', 'rev dk13585628'],
  },
}
