import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  bg_egn: {
    found: ['EGN ⟦7503169269⟧', 'egn=⟦0145123459⟧', 'civil number ⟦800112 3452⟧'],
    notFound: ['EGN 7503169263', 'offset 7503169269', 'EGN 7513169263'],
  },
  bg_lnch: {
    found: ['LNCh ⟦7000009893⟧', 'lichen nomer ⟦1234567893⟧'],
    notFound: ['LNCh 7000009896', 'seq 7000009893'],
  },
  bg_eik: {
    found: ['EIK ⟦175074752⟧', 'bulstat=⟦123456786⟧'],
    notFound: ['EIK 175074756', 'rows 175074752'],
  },
  bg_vat: {
    found: ['faktura ⟦BG 175074752⟧', 'VAT ⟦BG7503169269⟧'],
    notFound: ['faktura BG175074756', 'rev bg175074752'],
  },
}
