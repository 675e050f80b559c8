import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  lv_personas_kods: {
    found: ['personas kods ⟦161175-19997⟧', 'klients ⟦150800-21233⟧', 'p.k. ⟦16117519997⟧'],
    notFound: ['personas kods 161175-19993', '161375-19997', 'seq 16117539997'],
  },
  lv_personas_kods_2017: {
    found: ['personas kods ⟦326789-01234⟧', 'p.k.: ⟦32678901234⟧'],
    notFound: ['range 326789-01234', 'seq 32678901234', 'personas kods 316789-01234'],
  },
  lv_registracijas_numurs: {
    found: ['reģistrācijas numurs ⟦40003521494⟧', 'reg.nr ⟦50003123455⟧'],
    notFound: ['reģistrācijas numurs 40003521496', 'seq 40003521494'],
  },
  lv_vat: {
    found: ['PVN ⟦LV40003521494⟧', 'rēķins ⟦LV 50003123455⟧'],
    notFound: ['rēķins LV40003521496', 'rev lv40003521494'],
  },
}
