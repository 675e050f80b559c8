/** How addresses end: countries in English, and in their own languages where these are written in Latin letters. */
export const countriesOfAddresses: readonly string[] = `
  USA,U.S.A.,US,United States of America,United States,UK,United Kingdom,Great Britain,England,Scotland,Wales,
  Northern Ireland,Ireland,Éire,Canada,Australia,New Zealand,Germany,Deutschland,Austria,Österreich,Switzerland,Schweiz,
  Suisse,Svizzera,Liechtenstein,France,Monaco,Andorra,Spain,España,Italy,Italia,San Marino,Malta,Portugal,
  The Netherlands,Netherlands,Nederland,Belgium,Belgique,België,Luxembourg,Poland,Polska,Czech Republic,Czechia,
  Česká republika,Česko,Slovakia,Slovensko,Hungary,Magyarország,Slovenia,Slovenija,Croatia,Hrvatska,Serbia,Srbija,
  Bosnia and Herzegovina,Montenegro,North Macedonia,Albania,Greece,Ελλάδα,Cyprus,Κύπρος,Bulgaria,Romania,
  România,Moldova,Ukraine,Belarus,Russia,Estonia,Eesti,Latvia,Latvija,Lithuania,Lietuva,Finland,Suomi,Sweden,Sverige,
  Norway,Norge,Denmark,Danmark,Iceland,Ísland,Greenland,Faroe Islands,Turkey,Türkiye,Israel,Egypt,Morocco,Maroc,Algeria,
  Algérie,Tunisia,Tunisie,South Africa,Nigeria,Kenya,Ghana,Ethiopia,Tanzania,Uganda,Senegal,Saudi Arabia,Qatar,Kuwait,
  United Arab Emirates,UAE,India,Pakistan,Bangladesh,Sri Lanka,Nepal,China,Hong Kong,Taiwan,Japan,South Korea,Korea,
  Singapore,Malaysia,Indonesia,Philippines,Thailand,Vietnam,Brazil,Brasil,Mexico,México,Argentina,Chile,Uruguay,Paraguay,
  Bolivia,Peru,Perú,Ecuador,Colombia,Venezuela,Panama,Panamá,Costa Rica,Guatemala,Cuba,Puerto Rico,Dominican Republic`
  .split(/,\s*/u)
  .map((name) => name.trim())
