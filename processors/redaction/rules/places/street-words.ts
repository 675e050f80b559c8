/** Small words in the names of streets: `Rua do Exemplo`, `Avenue de la Paix`. */
export const connectingWords: ReadonlySet<string> = new Set(
  `of the de la las los les le du des del della delle degli dei dell do da dos das di y e i und en op aan van der den het
  ter ten am an auf dem im in zum zur bei vor og och ja na nad pod al el sur sous`.split(/\s+/u),
)

/** Kinds of streets that are written small. */
export const smallStreetKinds: ReadonlySet<string> = new Set(
  `street st st. str str. road rd rd. avenue ave ave. lane ln boulevard blvd drive dr rue rua avenida calle via ul. ulica
  u. utca út útja tér tere köz krt. körút sor rkp. rakpart fasor lépcső tee mnt pst tänav puiestee maantee cesta trg náměstí nám.
  ulice třída tř. nábřeží iela gatvė g. pr. allé alle terrasse plass torg gate gata vei veg vej straße strasse platz gasse
  weg straat laan plein`.split(/\s+/u),
)

const englishKinds = String.raw`street|st\.?|avenue|ave\.?|road|rd\.?|lane|ln\.?|drive|dr\.?|court|ct\.?|boulevard|blvd\.?|place|square|crescent|terrace|close|way`
const kind = new RegExp(
  String.raw`^(?:${englishKinds}|rue|avenida|avda\.?|calle|via|viale|piazza|corso|vicolo|rua|travessa|ulica|ul\.|aleja|bulevar|bulevardul|strada|plaza|paseo|camino|carrer|chemin|allée|impasse|route|ulice|náměstí|trg|cesta|utca|útja|tér|tänav|puiestee|maantee|iela|gatvė|jalan|jl\.?|sokak|sk\.?|cadde|caddesi|cd\.?|λεωφόρος|λ\.|οδός)$|(?:straße|strasse|straat|gatan|gata|gaten|gate|gade|vej|vejen|veien|vegen|vägen|vegur|braut|stræti|katu|tie|kuja|polku|gasse|platz|laan|gracht|plein|kade|stien|allee|ulice)$`,
  'iu',
)

/** Is it a kind of street, or a name that ends with one: `Rua`, `Dæmastræti`? */
export function isStreetKind(word: string): boolean {
  return word.length < 32 && kind.test(word)
}
