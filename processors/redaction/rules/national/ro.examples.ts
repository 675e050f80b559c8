import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ro_cnp: {
    found: ['CNP ⟦1630615123457⟧', 'cod numeric personal: ⟦2 800101 221146⟧'],
    notFound: ['CNP 1630615123456', 'ts=1791015123451', 'CNP 1801301221144'],
  },
  ro_cui: {
    found: ['CUI ⟦18547281⟧', 'cod fiscal: ⟦123453⟧'],
    notFound: ['CUI 18547286', 'lag 18547281'],
  },
  ro_vat: {
    found: ['factura ⟦RO 18547281⟧', 'TVA: ⟦RO123453⟧'],
    notFound: ['factura RO18547286', 'rev ro18547281'],
  },
}
