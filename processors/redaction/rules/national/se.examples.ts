import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  se_personnummer: {
    found: [
      'personnummer ⟦811228-9874⟧',
      'kund ⟦19811228-9874⟧',
      'samordningsnummer: ⟦7010632391⟧',
      'user ⟦20010312-2388⟧',
    ],
    notFound: [
      'personnummer 811228-9870',
      'kund 811328-9874',
      'build 240709-1533',
      'build 20240709-1533',
      'seq 8112289874',
    ],
  },
  se_organisationsnummer: {
    found: ['organisationsnummer ⟦556036-0793⟧', 'org.nr ⟦2120000142⟧'],
    notFound: ['organisationsnummer 556036-0796', 'ref 556036-0793'],
  },
  se_vat: {
    found: ['momsregistreringsnummer ⟦SE556036079301⟧', 'faktura ⟦SE 212000-0142-01⟧'],
    notFound: ['faktura SE556036079601', 'rev se556036079301'],
  },
}
