import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  it_codice_fiscale: {
    found: ['codice fiscale ⟦RSSMRA85T10A562S⟧', 'utente ⟦BNCLRA60A41F205C⟧', 'CF: ⟦RSSMRAURTM0A562M⟧'],
    notFound: ['codice fiscale RSSMRA85T10A562X', 'RSSMRA85T32A562S', 'token ABCDEFGH12345678'],
  },
  it_partita_iva: {
    found: ['P.IVA ⟦00743110157⟧', 'partita iva: ⟦12345670017⟧'],
    notFound: ['count 00743110157', 'P.IVA 12345678903'],
  },
  it_vat: {
    found: ['VAT ⟦IT 12345670017⟧', 'fattura ⟦IT00743110157⟧'],
    notFound: ['fattura IT00743110156', 'IT12345678903'],
  },
}
