import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  id_nik: {
    found: ['NIK ⟦3171011501900001⟧', 'no_ktp=⟦3273055708850003⟧', 'KTP: ⟦1171010101700001⟧'],
    notFound: ['3171011501900001', 'NIK 3171011513900001', 'NIK 9971011501900001', 'nik 3171017501900001'],
  },
  id_npwp: {
    found: ['⟦01.312.166.0-091.000⟧', 'NPWP ⟦013000674092000⟧', 'npwp: ⟦01.300.067.4-092.000⟧'],
    notFound: ['01.312.166.1-091.000', 'offset 013000674092000', 'NPWP 013000675092000'],
  },
}
