import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  gb_nino: {
    found: ['NINO ⟦QQ123456C⟧', 'paid to ⟦AB 12 34 56 C⟧ in May', 'national insurance number: ⟦ab-123456-c⟧'],
    notFound: ['BG123456C is no prefix', 'QQ123456E', 'commit ab123456c', 'AB1234567C'],
  },
  gb_nhs: {
    found: ['NHS number ⟦943 476 5919⟧', '{"nhsNumber":"⟦4010232137⟧"}'],
    notFound: ['NHS number 943 476 5916', 'offset=9434765919', 'NHS 1111111111'],
  },
  gb_utr: {
    found: ['UTR ⟦2234567890⟧', 'self assessment reference ⟦41820 13590⟧'],
    notFound: ['UTR 6234567890', 'request 2234567890 took 12 ms'],
  },
  gb_vat_without_prefix: {
    found: ['VAT number ⟦980 7806 84⟧', 'VAT Reg. No: ⟦345678912⟧'],
    notFound: ['VAT number 980 7806 00', 'lag=345678954'],
  },
  gb_vat: {
    found: ['VAT Reg No ⟦GB 980 7806 84⟧', 'billed ⟦GB123456782⟧', 'vat number: ⟦gb345678967⟧'],
    notFound: ['GB 980 7806 00', 'rev gb345678912'],
  },
}
