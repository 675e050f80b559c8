import type { Found, RowRule } from '../rule.ts'

/** Town, state and ZIP code: `Springfield, IL 62704`. The code must be one of the state's. */
export const usTown: RowRule = {
  kind: 'row',
  name: 'address_us_town',
  type: 'address',
  title: 'Town with state and ZIP code of the USA',
  source: 'https://pe.usps.com/text/pub28/28apb.htm (Publication 28, appendix B)',
  words: [],
  minDigits: 5,
  minGroups: 2,
  find(text, groups) {
    const found: Found[] = []
    for (let index = 1; index < groups.count; index++) {
      const zipStart = groups.starts[index] ?? 0
      if (groups.digits[index] !== 5 || (groups.ends[index] ?? 0) - zipStart !== 5) continue
      const stateStart = groups.starts[index - 1] ?? 0
      const state = text.slice(stateStart, groups.ends[index - 1])
      if (!firstDigits.get(state)?.includes(text.charAt(zipStart)) || text.charCodeAt(zipStart - 1) !== 32) continue
      const town = townBefore.exec(text.slice(Math.max(0, stateStart - 48), stateStart))?.[1]
      const end = zipStart + (zip.exec(text.slice(zipStart, zipStart + 12))?.[0].length ?? 0)
      if (town !== undefined && end > zipStart) found.push({ start: stateStart - town.length, end, confidence: 0.9 })
    }
    return found
  },
}

const townBefore = /(?:^|[^\p{L}\p{N}_.-])((?:\p{Lu}[\p{L}\p{M}'’-]{0,24}\.? ){0,3}\p{Lu}[\p{L}\p{M}'’-]{1,24}, )$/u
const zip = /^\d{5}(?:-\d{4})?(?![\p{L}\p{N}_-]|\.\d)/u

/** With which digit the ZIP codes of a state begin. */
const firstDigits = new Map(
  (
    '0:CT MA ME NH NJ PR RI VT VI NY;1:DE NY PA;2:DC MD NC SC VA WV;3:AL FL GA MS TN;4:IN KY MI OH;5:IA MN MT ND SD WI;' +
    '6:IL KS MO NE;7:AR LA OK TX;8:AZ CO ID NM NV TX UT WY;9:AK CA GU HI OR WA'
  )
    .split(';')
    .flatMap((zone) =>
      zone
        .slice(2)
        .split(' ')
        .map((state) => [state, zone.charAt(0)] as const),
    )
    .reduce(
      (states, [state, digit]) => states.set(state, (states.get(state) ?? '') + digit),
      new Map<string, string>(),
    ),
)
