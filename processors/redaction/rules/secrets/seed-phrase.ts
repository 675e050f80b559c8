import type { FieldRule } from '../rule.ts'

/** The words that a wallet can be made anew from. */
export const seedPhrase: FieldRule = {
  kind: 'field',
  name: 'seed_phrase',
  type: 'secret',
  title: 'Recovery words of a crypto wallet',
  source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
  names: [
    'mnemonic',
    'mnemonic phrase',
    'seed phrase',
    'seed words',
    'recovery phrase',
    'recovery words',
    'backup phrase',
  ],
  confidence: 0.95,
  read(text, { start }) {
    words.lastIndex = start
    return words.test(text) ? { start, end: words.lastIndex } : undefined
  },
}

/** Twelve to twenty-four words of three to eight letters. */
const words = /[a-z]{3,8}(?:[ ,]{1,2}[a-z]{3,8}){11,23}(?![a-z])/uy
