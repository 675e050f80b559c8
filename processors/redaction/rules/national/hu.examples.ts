import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  hu_szemelyi_szam: {
    found: ['személyi szám ⟦1-760523-2349⟧', 'ügyfél ⟦2 851012 3452⟧', 'szem. szám: ⟦30102031236⟧'],
    notFound: ['személyi szám 1-760523-2343', '1-761323-2346', 'count 98765432109'],
  },
  hu_taj: {
    found: ['TAJ ⟦123 456 788⟧', 'taj-szám: ⟦037921871⟧'],
    notFound: ['TAJ 123 456 786', 'rows 037921871'],
  },
  hu_adoazonosito: {
    found: ['adóazonosító jel ⟦8271922319⟧', 'adójel: ⟦8432105678⟧'],
    notFound: ['adóazonosító jel 8271922316', 'seq 8271922319'],
  },
  hu_adoszam: {
    found: ['adószám ⟦12892312-2-41⟧', 'számla ⟦10958478-2-44⟧', 'adószám: ⟦12892312241⟧'],
    notFound: ['számla 12892313-2-41', 'adószám 12892312-9-41', 'seq 12892312241'],
  },
  hu_vat: {
    found: ['közösségi adószám ⟦HU12892312⟧', 'számla ⟦HU 10958478⟧'],
    notFound: ['számla HU12892316', 'rev hu12892312'],
  },
}
