/**
 * Letters of Cyrillic and Greek that are Latin letters to the eye, as people hide words from filters with.
 *
 * @see Unicode Technical Standard 39, confusables.txt
 */
export const homoglyphs: ReadonlyMap<string, string> = new Map([
  ...pairs('аеорсухкіјѕһԁԛԝѵ', 'aeopcyxkijshdqwv'),
  ...pairs('АВЕКМНОРСТУХІЈЅҺԚԜѴ', 'ABEKMHOPCTYXIJSHQWV'),
  ...pairs('αεικνορτυχγ', 'aeiknoptuxy'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
])

function pairs(letters: string, latin: string): readonly (readonly [string, string])[] {
  return Array.from(letters, (letter, index) => [letter, latin.charAt(index)] as const)
}
