import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  pe_dni: {
    found: ['DNI ⟦10117410⟧', 'dni: ⟦10117410-2⟧', 'RENIEC ⟦10117410G⟧'],
    notFound: ['10117410', 'dni 10117410-3', 'order 10117410-2'],
  },
  pe_ruc: {
    found: ['RUC ⟦20512333789⟧', 'ruc: ⟦20100070970⟧', 'contribuyente ⟦20100070970⟧'],
    notFound: ['RUC 20512333780', 'batch 20512333789', 'RUC 30512333789'],
  },
}
