import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  kz_iin: {
    found: ['IIN ⟦900101300007⟧', 'iin: ⟦850512400125⟧', 'ZhSN ⟦900101300007⟧'],
    notFound: ['IIN 900101300008', 'batch 900101300007', 'IIN 901301300007'],
  },
  kz_bin: {
    found: ['BIN number ⟦940140000385⟧', 'BIN/IIN: ⟦040640002341⟧', 'company number ⟦940140000385⟧'],
    notFound: ['BIN no 940140000386', '/usr/bin 940140000385', 'IIN/BIN 941340000385'],
  },
}
