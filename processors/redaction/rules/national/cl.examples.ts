import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  cl_rut: {
    found: ['RUT ⟦12.345.678-5⟧', 'cliente ⟦6.000.000-K⟧'.replace('6.000.000-K', '10.000.013-K'), 'rut=⟦12345678-5⟧'],
    notFound: ['12.345.678-6', 'run 12345678-5', 'RUT 12345678-6'],
  },
}
