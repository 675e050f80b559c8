import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ee_isikukood: {
    found: ['isikukood ⟦37605030299⟧', 'kasutaja ⟦60102031233⟧'],
    notFound: ['isikukood 37605030296', '37613030299', 'epoch 16987654321'],
  },
  ee_registrikood: {
    found: ['registrikood ⟦12345678⟧', 'registrikood=⟦70000310⟧'],
    notFound: ['registrikood 12345676', 'rows 12345678'],
  },
  ee_vat: {
    found: ['KMKR ⟦EE100931105⟧', 'arve ⟦EE 100594102⟧'],
    notFound: ['arve EE100931106', 'rev ee100931105'],
  },
}
