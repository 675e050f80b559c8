import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  es_dni: {
    found: ['DNI ⟦12345678Z⟧', 'cliente ⟦54362315-K⟧', 'documento ⟦12.345.678 Z⟧', 'nif=⟦00000023T⟧'],
    notFound: ['DNI 12345678K', 'sent 20971520 M', '1234567Z'],
  },
  es_nie: {
    found: ['NIE ⟦X1234567L⟧', 'titular ⟦Y-7654321-G⟧', 'documento ⟦Z 1234567 R⟧', 'NIF ⟦K1234567L⟧'],
    notFound: ['NIE X1234567K', 'key x1234567l', 'X12345678L'],
  },
  es_nss: {
    found: ['NSS ⟦28/12345678/40⟧', 'Seguridad Social: ⟦080123456774⟧'],
    notFound: ['NSS 28/12345678/63', 'account 281234567840', 'NSS 991234567840'],
  },
  es_cif: {
    found: ['CIF ⟦A58818501⟧', 'NIF de la empresa: ⟦Q2826000H⟧', 'cif=⟦B-87654323⟧'],
    notFound: ['CIF A58818503', 'order A58818501'],
  },
  es_vat: {
    found: ['NIF-IVA ⟦ESA58818501⟧', 'VAT: ⟦ES-X1234567L⟧', 'factura a ⟦ESB87654323⟧'],
    notFound: ['factura a ESA58818503', 'pod esB87654323'],
  },
}
