import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ca_sin: {
    found: ['SIN ⟦046 454 286⟧', 'NAS: ⟦130-692-544⟧', '{"social_insurance":"⟦130692544⟧"}'],
    notFound: ['SIN 046 454 287', '130 692 544', 'offset 130692544', 'SIN 846 454 286'],
  },
  ca_program_account: {
    found: ['GST/HST ⟦123026635RC0001⟧', 'remitted by ⟦12302 6635 RC 0001⟧'],
    notFound: ['123026636RC0001', 'GST 123026635RA0001'],
  },
  ca_bn: {
    found: ['BN ⟦123026635⟧', 'business number: ⟦12302 6635⟧'],
    notFound: ['BN 123026636', 'rows 123026635'],
  },
}
