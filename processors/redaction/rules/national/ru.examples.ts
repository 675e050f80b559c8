import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ru_snils: {
    found: ['SNILS ⟦112-233-445 95⟧', 'client ⟦087-654-303 00⟧', 'snils=⟦11223344595⟧'],
    notFound: ['112-233-445 96', '11223344595', 'SNILS 11223344596', '001-001-998 34'],
  },
  ru_inn_person: {
    found: ['INN ⟦500100732259⟧', 'inn: ⟦774388097550⟧', 'taxpayer ⟦500100732259⟧'],
    notFound: ['INN 500100732258', 'batch 500100732259', 'inn 000000000000'],
  },
  ru_inn_company: {
    found: ['INN ⟦7707083893⟧', 'inn/kpp: ⟦7827043028⟧', 'company number ⟦7707083893⟧'],
    notFound: ['INN 7707083894', 'batch 7707083893', 'inn 0000000000'],
  },
}
