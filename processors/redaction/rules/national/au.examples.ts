import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  au_tfn: {
    found: ['TFN ⟦123 456 782⟧', '{"tfn":"⟦876543210⟧"}', 'tax file number ⟦818 544 02⟧'],
    notFound: ['TFN 123 456 789', '123 456 782', 'offset=123456782'],
  },
  au_medicare: {
    found: ['Medicare ⟦2123 45670 1⟧', 'medicareCard: ⟦21234567011⟧', 'Medicare No ⟦2123 45670 1/1⟧'],
    notFound: ['Medicare 2123 45671 1', 'bytes 2123456701', 'Medicare 7123 45670 1'],
  },
  au_ihi: {
    found: ['IHI ⟦8003608166690503⟧', 'patient ⟦8003 6081 6669 0503⟧'],
    notFound: ['IHI 8003608166690504', '8003618166690503'],
  },
  au_abn: {
    found: ['ABN ⟦51824753556⟧', 'paid to ⟦51 824 753 556⟧'],
    notFound: ['ABN 51 824 753 557', 'count 51824753556'],
  },
  au_acn: {
    found: ['ACN ⟦004 085 616⟧', 'acn=⟦000000019⟧'],
    notFound: ['ACN 004 085 617', 'lag 004085616'],
  },
}
