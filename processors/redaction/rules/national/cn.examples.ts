import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  cn_resident_id: {
    found: ['resident id ⟦11010519491231002X⟧', 'user ⟦120103198806018241⟧', 'id card no: ⟦11010519491231002x⟧'],
    notFound: ['110105194912310021', '160105194912310021', '11010519491331002X', 'nanos 1795430178123456'],
  },
  cn_uscc: {
    found: ['USCC ⟦91110000600037341L⟧', 'supplier ⟦91350100M000100Y43⟧'],
    notFound: ['USCC 91110000600037342L', '91990000600037341L', 'rev 91350100m000100y43'],
  },
}
