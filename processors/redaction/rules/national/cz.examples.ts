import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  cz_rodne_cislo: {
    found: ['rodné číslo ⟦710319/2745⟧', 'klientka ⟦785523/3122⟧', 'r.č. ⟦530101/123⟧', 'rodne_cislo=⟦9001011239⟧'],
    notFound: ['rodné číslo 710319/2740', '711319/2745', 'path 240709/1533', 'seq 7103192745'],
  },
  cz_ico: {
    found: ['IČO ⟦25123891⟧', 'ičo: ⟦270 82 440⟧'],
    notFound: ['IČO 25123896', 'block 25123891'],
  },
  cz_vat: {
    found: ['DIČ ⟦CZ25123891⟧', 'faktura ⟦CZ7103192745⟧', 'dič: ⟦CZ640903124⟧'],
    notFound: ['faktura CZ25123893', 'block cz25123891'],
  },
}
