import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  tw_national_id: {
    found: ['national id ⟦A123456789⟧', 'ROC ID: ⟦f131104093⟧', 'UI No. ⟦A800014349⟧', 'ARC No ⟦AC01234567⟧'],
    notFound: ['national id A123456788', 'build A123456789', 'ROC ID A323456789'],
  },
  tw_ubn: {
    found: ['UBN ⟦00458018⟧', 'ubn: ⟦10458575⟧', 'tongyi bianhao ⟦04594253⟧'],
    notFound: ['UBN 00458019', 'job 00458018', 'UBN 00000000'],
  },
}
