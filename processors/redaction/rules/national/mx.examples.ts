import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  mx_curp: {
    found: ['CURP ⟦BOXW310820HNERXN09⟧', 'alumno ⟦hegg560427mvzrrl04⟧'],
    notFound: ['BOXW310820HNERXN08', 'BOXW310832HNERXN09', 'BOXW310820HXXRXN09'],
  },
  mx_rfc_person: {
    found: ['RFC ⟦GODE561231GR8⟧', 'factura a ⟦VECJ880326XX1⟧', 'rfc: ⟦gode-561231-gr8⟧'],
    notFound: ['GODE561331GR8', 'run gode561231gr8', 'GODE561231GRB'],
  },
  mx_rfc_company: {
    found: ['RFC ⟦MAB9307148T4⟧', 'proveedor ⟦SAT970701NN3⟧'],
    notFound: ['proveedor MAB9307148T5', 'RFC MAB9313148T4', 'tag sat970701nn3'],
  },
  mx_nss: {
    found: ['NSS ⟦92919084431⟧', 'IMSS: ⟦92-91-90-8443-1⟧'],
    notFound: ['NSS 92919084432', 'lag 92919084431'],
  },
}
