import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  in_aadhaar: {
    found: [
      'Aadhaar ⟦999941057058⟧',
      'uploaded ⟦2341 2341 2346⟧ today',
      '{"uid":"⟦234123412346⟧"}',
      'kyc ⟦2341-2341-2346⟧ ok',
    ],
    notFound: ['Aadhaar 234123412347', '2341 2341 2347', 'account 234123412346 bytes', 'Aadhaar 134123412346'],
  },
  in_vid: {
    found: ['VID ⟦2341 2341 2341 2341⟧', 'aadhaar virtual id: ⟦2341234123412341⟧'],
    notFound: ['VID 2341 2341 2341 2344', 'micros 2341234123412341'],
  },
  in_gstin: {
    found: ['GSTIN ⟦27AAPFU0939F1ZV⟧', 'invoice of ⟦29AAGCB7383J1Z4⟧'],
    notFound: ['GSTIN 27AAPFU0939F1ZX', '27AAPFU0939F1YV', '45AAPFU0939F1ZV'],
  },
  in_pan: {
    found: ['PAN ⟦ABCPE1234F⟧', 'kyc for ⟦AAPFU0939F⟧ done', 'pan_number=⟦abcpe1234f⟧'],
    notFound: ['PAN ABCDE1234F', 'rev abcpe1234f', 'ABCPE0000F', 'ABCPE12345'],
  },
  in_epic: {
    found: ['voter id ⟦WKH1186253⟧', 'EPIC No: ⟦ABC1234566⟧'],
    notFound: ['voter id WKH1186263', 'sku WKH1186253'],
  },
}
