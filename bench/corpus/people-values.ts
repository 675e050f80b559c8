import { fill, type Random } from './random.ts'
import type { Value } from './write-text.ts'

/** Given names and family names by language: of nobody, put together by chance. */
const names: Readonly<Record<string, readonly [given: readonly string[], family: readonly string[]]>> = {
  de: [
    ['Jürgen', 'Sabine', 'Lukas', 'Heike', 'Anneliese', 'Torsten'],
    ['Brandt', 'Krämer', 'Vogel', 'Zimmermann', 'von Stetten', 'Hofmann'],
  ],
  en: [
    ['Harriet', 'Dylan', 'Megan', 'Oliver', 'Tamara', 'Desmond'],
    ['Whitaker', 'McAllister', 'Hughes', 'Okonkwo', 'Pemberton', 'Lee'],
  ],
  es: [
    ['Lucía', 'Joaquín', 'Rocío', 'Álvaro', 'Inés', 'Hugo'],
    ['Fernández Ruiz', 'Molina', 'Ibáñez', 'Torres Vega', 'Cabrera', 'Romero'],
  ],
  fr: [
    ['Élodie', 'Jean-Baptiste', 'Margaux', 'Thierry', 'Solène', 'Karim'],
    ['Lefèvre', 'Moreau', 'de la Tour', 'Benali', 'Girard', 'Chevalier'],
  ],
  it: [
    ['Chiara', 'Matteo', 'Giovanna', 'Davide', 'Ilaria', 'Salvatore'],
    ['Esposito', 'Bianchi', 'De Luca', 'Colombo', 'Fontana', 'Marchetti'],
  ],
  nl: [
    ['Sanne', 'Joost', 'Femke', 'Bram', 'Anouk', 'Ruben'],
    ['de Vries', 'Bakker', 'van den Berg', 'Visser', 'Mulder', 'Hendriks'],
  ],
  pl: [
    ['Agnieszka', 'Paweł', 'Małgorzata', 'Krzysztof', 'Ewa', 'Marcin'],
    ['Wiśniewska', 'Zieliński', 'Wójcik', 'Mazur', 'Kaczmarek', 'Dąbrowski'],
  ],
  pt: [
    ['Beatriz', 'Tiago', 'Leonor', 'João', 'Mariana', 'Rafael'],
    ['Carvalho', 'Ferreira', 'Albuquerque', 'dos Santos', 'Ribeiro', 'Teixeira'],
  ],
  se: [
    ['Astrid', 'Björn', 'Linnéa', 'Nils', 'Åsa', 'Gustav'],
    ['Bergström', 'Nyström', 'Ekholm', 'Lundgren', 'Sjöberg', 'Hallberg'],
  ],
}

const streets: Readonly<Record<string, string>> = {
  de: '{Lindenstraße|Am Markt|Goethestr.|Birkenweg|Alter Postweg} {4|17|112|8a|23 b}, {20095 Hamburg|70173 Stuttgart|04109 Leipzig|50667 Köln}',
  es: '{Calle de Serrano|Avda. Diagonal|Paseo del Prado|C/ Mayor} {4|27|118}, {2º B, 28001 Madrid|08013 Barcelona|46002 Valencia}',
  fr: '{4|27|118 bis} {rue du Faubourg|avenue de la République|place Bellecour|chemin des Vignes}, {69002 Lyon|75011 Paris|13001 Marseille}',
  gb: '{4|27|118|Flat 3, 52} {Victoria Road|Mill Lane|King’s Crescent|Station Approach}, {Manchester M1 4BT|London SW1A 2AA|Bath BA1 1LZ}',
  ie: '{4|27} {Main Street|Strand Road}, {Galway H91 E2K3|Dublin D02 X285}',
  it: '{Via Garibaldi|Corso Vittorio Emanuele|Piazza Dante|Viale dei Mille} {4|27|118/B}, {20121 Milano MI|50123 Firenze|80138 Napoli}',
  nl: '{Prinsengracht|Kerkstraat|Laan van Meerdervoort} {4|27|118-II}, {1016 GX Amsterdam|3511 AB Utrecht|2517 AM Den Haag}',
  pl: 'ul. {Marszałkowska|Długa|Kwiatowa} {4|27/3|118 m. 5}, {00-590 Warszawa|31-146 Kraków|80-831 Gdańsk}',
  pt: '{Rua Augusta|Avenida da Liberdade|Travessa do Carmo} {4|27|118}, {1250-096 Lisboa|4000-322 Porto}',
  br: '{Rua das Flores|Avenida Paulista|Alameda Santos}, {450|1578}, {apto 32, |}São Paulo - SP, {01310-200|01419-002}',
  se: '{Storgatan|Drottninggatan|Kungsvägen} {4|27 B}, {111 51 Stockholm|411 14 Göteborg}',
  us: '{412|1600|7} {Maple Ave|Elmwood Drive|W 45th St|Sunset Blvd Apt 4B}, {Portland, OR 97205|Denver, CO 80203|Austin TX 78701}',
}

const months: Readonly<Record<string, string>> = {
  de: '{Januar|März|Mai|Oktober}',
  en: '{January|March|July|October}',
  es: '{de enero de|de mayo de|de octubre de}',
  fr: '{janvier|mars|juillet|octobre}',
}
const monthWords = (language: string): string => months[language] ?? ''

const given = (random: Random, language: string): string => random.pick(names[language]?.[0] ?? [])
const family = (random: Random, language: string): string => random.pick(names[language]?.[1] ?? [])
const valuesOf = (type: Value['type'], forms: Readonly<Record<string, string>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [name, { type, write: (random) => fill(random, form) }]),
  )

/** Names, addresses, days of birth and places, by the names that forms use. */
export const peopleValues: Readonly<Record<string, Value>> = {
  ...Object.fromEntries(
    Object.keys(names).flatMap((language): [string, Value][] => [
      [
        `name.${language}`,
        { type: 'person', write: (random) => `${given(random, language)} ${family(random, language)}` },
      ],
      [`given.${language}`, { type: 'person', write: (random) => given(random, language) }],
      [`family.${language}`, { type: 'person', write: (random) => family(random, language) }],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(streets).map(([country, form]): [string, Value] => [
      `address.${country}`,
      { type: 'address', write: (random) => fill(random, form) },
    ]),
  ),
  ...valuesOf('date_of_birth', {
    'born.iso': '{1948|1963|1971|1985|1992|2001}-{02|07|11}-{03|14|27}',
    'born.dots': '{03|14|27}.{02|07|11}.{1948|1963|1985|2001}',
    'born.slashes': '{03|14|27}/{02|07|11}/{1948|1963|1985|2001}',
    'born.us': '{02|07|11}/{03|14|27}/{1948|1963|1985|2001}',
    'born.short': '{3|14|27}.{2|7|11}.{48|63|85}',
    'born.de': `{3|14|27}. ${monthWords('de')} {1948|1963|1985}`,
    'born.en': `{3|14|27} ${monthWords('en')} {1948|1963|1985}`,
    'born.en.us': `${monthWords('en')} {3|14|27}, {1948|1963|1985}`,
    'born.es': `{3|14|27} ${monthWords('es')} {1948|1963|1985}`,
    'born.fr': `{3|14|27} ${monthWords('fr')} {1948|1963|1985}`,
  }),
  ...valuesOf('coordinates', {
    'place.pair': '{47|-34|59}.999999, {8|-58|24}.999999',
    'place.comma': '{47|-34|59}.99999,{8|-58|24}.99999',
    'place.degrees': '{47|59}°{12|38|51}′{07|22|49}″N {8|24}°{12|38|51}′{07|22|49}″E',
    'place.letters': '{47|59}.9999° N, {8|24}.9999° E',
    'place.wkt': '{8|24}.99999 {47|59}.99999',
    'place.lat': '{47|-34|59}.999999',
    'place.lon': '{8|-58|24}.999999',
  }),
}
