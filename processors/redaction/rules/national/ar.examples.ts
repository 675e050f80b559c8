import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ar_cuil: {
    found: ['CUIL ⟦20-12345678-6⟧', 'titular ⟦20267565393⟧', 'cuit: ⟦27-20000000-0⟧'],
    notFound: ['20-12345678-5', 'CUIL 21-12345678-6', '20267565394'],
  },
  ar_cuit: {
    found: ['CUIT ⟦30-50001091-2⟧', 'proveedor ⟦33693450239⟧'],
    notFound: ['CUIT 30-50001091-3', '31-50001091-2'],
  },
  ar_dni: {
    found: ['DNI ⟦20.123.456⟧', '{"dni":"⟦12345678⟧"}'],
    notFound: ['bytes 12345678', 'DNI 123.456'],
  },
}
