import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  be_rijksregister: {
    found: [
      'rijksregisternummer ⟦85.07.30-033.28⟧',
      'NISS ⟦85073003328⟧',
      'burger ⟦17.07.30-033.84⟧',
      'BIS-nummer ⟦85.47.30-033.17⟧',
    ],
    notFound: ['85.07.30-033.03', 'NISS 85.13.30-033.28', 'count 12345678901'],
  },
  be_ondernemingsnummer: {
    found: ['ondernemingsnummer ⟦0403019261⟧', 'KBO ⟦0123 456 749⟧', 'firma ⟦0876.543.270⟧'],
    notFound: ['ondernemingsnummer 0403019238', 'ts=1700000026', 'sum 0403 019 262'],
  },
  be_vat: {
    found: ['BTW ⟦BE 0403.019.261⟧', 'facture ⟦BE0876543270⟧'],
    notFound: ['facture BE0403019263', 'rev be0403019261'],
  },
}
