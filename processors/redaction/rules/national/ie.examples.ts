import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ie_pps: {
    found: ['PPSN ⟦1234567T⟧', 'PPS number: ⟦6433435F⟧', 'ppsn=⟦1234567FA⟧'],
    notFound: ['PPSN 1234567A', 'chunk 1234567T'],
  },
  ie_vat: {
    found: ['VAT no. ⟦IE6433435F⟧', 'invoice ⟦IE 3628739OH⟧', 'billed ⟦IE8D79739I⟧'],
    notFound: ['invoice IE6433435A', 'rev ie6433435F'],
  },
}
