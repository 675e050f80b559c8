import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  fi_henkilotunnus: {
    found: ['henkilötunnus ⟦131052-308T⟧', 'asiakas ⟦010594Y9032⟧', 'HETU: ⟦240516B223U⟧', 'käyttäjä ⟦131100A345C⟧'],
    notFound: ['henkilötunnus 131052-308K', '131352-308T', 'build 131052G308T', '131052-001T'],
  },
  fi_y_tunnus: {
    found: ['Y-tunnus ⟦1572860-0⟧', 'y_tunnus=⟦07375462⟧'],
    notFound: ['Y-tunnus 1572860-6', 'range 1572860-0'],
  },
  fi_vat: {
    found: ['ALV-nro ⟦FI15728600⟧', 'lasku ⟦FI 20774740⟧'],
    notFound: ['lasku FI15728606', 'rev fi20774740'],
  },
}
