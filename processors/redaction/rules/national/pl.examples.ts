import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  pl_pesel: {
    found: ['PESEL ⟦44051401359⟧', 'klient ⟦02270803624⟧', 'numer PESEL: ⟦90090515430⟧'],
    notFound: ['PESEL 44051401353', '44131401357', 'count 90990515836'],
  },
  pl_identity_card: {
    found: ['dowód osobisty ⟦ABA300000⟧', 'seria i numer dowodu: ⟦ABS 123456⟧'],
    notFound: ['dowód osobisty ABA300006', 'sku ABS123456'],
  },
  pl_regon: {
    found: ['REGON ⟦123456785⟧', 'REGON: ⟦12345678512347⟧', 'regon=⟦192 598 184⟧'],
    notFound: ['REGON 123456783', 'offset 123456785'],
  },
  pl_nip: {
    found: ['NIP ⟦856-734-62-15⟧', 'faktura dla ⟦123-45-63-218⟧', 'numer NIP: ⟦1234563218⟧'],
    notFound: ['faktura dla 856-734-62-13', 'seq 8567346215'],
  },
  pl_vat: {
    found: ['NIP UE ⟦PL 856-734-62-15⟧', 'faktura ⟦PL8567346215⟧'],
    notFound: ['faktura PL8567346216', 'rev pl8567346215'],
  },
}
