import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  co_cedula: {
    found: ['cédula ⟦52345678⟧', 'cedula de ciudadania: ⟦1.020.345.678⟧', 'NUIP ⟦1020345678⟧'],
    notFound: ['52345678', 'cedula 11111111', 'cedula 2020345678'],
  },
  co_nit: {
    found: ['NIT ⟦900123456-8⟧', 'factura a ⟦213.123.432-1⟧', 'nit: ⟦2131234321⟧'],
    notFound: ['NIT 900123456-7', '900123456-8', '213.123.432-2'],
  },
}
