import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ec_cedula: {
    found: ['cédula ⟦1714307103⟧', 'cedula: ⟦171430710-3⟧', 'CI No. ⟦0926656802⟧'],
    notFound: ['cedula 1714307104', 'span 1714307103', 'cedula 2514307103'],
  },
  ec_ruc: {
    found: ['RUC ⟦1792011663001⟧', 'ruc: ⟦1714307103001⟧', 'contribuyente ⟦1792011663001⟧'],
    notFound: ['RUC 1792011662001', 'at 1792011663001', 'RUC 1792011663000'],
  },
}
