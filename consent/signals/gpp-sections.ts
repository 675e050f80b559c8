/** A section of the Global Privacy Platform for the United States, as the decoder calls it. */
export interface GppSection {
  readonly name: string
  /** Bits of the core, by version of the section: where there are fewer, something is missing. */
  readonly coreBits: Readonly<Record<number, number>>
}

export const tcfEuSection = 2
export const usPrivacySection = 6

/**
 * The sections that say what people in the United States opted out of, by id.
 *
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform (Sections, Section Information)
 */
export const usSections: Readonly<Record<number, GppSection>> = {
  7: { name: 'usnat', coreBits: { 1: 60, 2: 70 } },
  8: { name: 'usca', coreBits: { 1: 46 } },
  9: { name: 'usva', coreBits: { 1: 40 } },
  10: { name: 'usco', coreBits: { 1: 38 } },
  11: { name: 'usut', coreBits: { 1: 42 } },
  12: { name: 'usct', coreBits: { 1: 44 } },
  13: { name: 'usfl', coreBits: { 1: 46 } },
  14: { name: 'usmt', coreBits: { 1: 46 } },
  15: { name: 'usor', coreBits: { 1: 52 } },
  16: { name: 'ustx', coreBits: { 1: 42 } },
  17: { name: 'usde', coreBits: { 1: 52 } },
  18: { name: 'usia', coreBits: { 1: 42 } },
  19: { name: 'usne', coreBits: { 1: 42 } },
  20: { name: 'usnh', coreBits: { 1: 46 } },
  21: { name: 'usnj', coreBits: { 1: 54 } },
  22: { name: 'ustn', coreBits: { 1: 42 } },
  23: { name: 'usmn', coreBits: { 1: 42 } },
  24: { name: 'usmd', coreBits: { 1: 22 } },
  25: { name: 'usin', coreBits: { 1: 24 } },
  26: { name: 'usky', coreBits: { 1: 24 } },
  27: { name: 'usri', coreBits: { 1: 24 } },
}
