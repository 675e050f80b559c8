import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  nl_bsn: {
    found: ['BSN ⟦111222333⟧', 'burgerservicenummer: ⟦1234.56.782⟧', 'sofinummer ⟦123 456 782⟧'],
    notFound: ['BSN 111222334', 'lag=111222333', 'bsn 111111111'],
  },
  nl_vat: {
    found: ['btw-nr. ⟦NL123456782B01⟧', 'VAT ⟦NL 004495445 B 01⟧', 'klant ⟦NL8567.34.627.B90⟧'],
    notFound: ['factuur NL123456783B01', 'rev 123456782B90'],
  },
}
