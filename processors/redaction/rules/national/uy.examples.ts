import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  uy_cedula: {
    found: ['cédula ⟦1.234.567-2⟧', 'socio ⟦1.234.567-2⟧', 'cedula de identidad: ⟦12345672⟧', 'CI no ⟦258723-6⟧'],
    notFound: ['1.234.567-3', '12345672', 'cedula 12345673', 'version 1.234.567'],
  },
  uy_rut: {
    found: ['RUT ⟦211003420017⟧', 'rut: ⟦21-100342-001-7⟧', 'DGI ⟦210000340014⟧'],
    notFound: ['RUT 211003420018', 'batch 211003420017', 'RUT 231003420017'],
  },
}
