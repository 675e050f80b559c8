/** Where the number of the house stands, and how sure the kind of street says that it is one. */
export type RomanceStreetKind =
  /** `12 rue de la Paix`. */
  | 'number first'
  /** Words of English, too: `3 place Holders`. */
  | 'number first, particle behind'
  /** `Rua Augusta, 1500`. */
  | 'number last'
  /** `via` is a word of English, and of every second message: only `Via Roma 10`. */
  | 'number last, capital'

const words: Readonly<Record<RomanceStreetKind, string>> = {
  'number first':
    'rue boulevard bd avenue chemin impasse allée allee faubourg ruelle sentier esplanade montée traverse résidence',
  'number first, particle behind': 'place route cours passage square quai',
  'number last':
    'calle c/ avenida avda. rua rúa ul. ulica travessa viale piazza jalan bulevardul al. av. os. pl. jl. carrer',
  'number last, capital':
    'paseo plaza ronda camino via vía piazzale corso vicolo largo alameda praça estrada rodovia aleja strada calea platz_der platz_des straße_der straße_des strasse_der strasse_des allee_der unter_den',
}

/** In lower case, with their accents. */
export const romanceStreetKinds: ReadonlyMap<string, RomanceStreetKind> = new Map(
  (Object.keys(words) as RomanceStreetKind[]).flatMap((kind) =>
    words[kind].split(' ').map((word) => [word.replace('_', ' '), kind] as const),
  ),
)
