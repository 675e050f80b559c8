import { bitcoinAlphabet, decodeBase58Check } from '../finance/crypto/base58.ts'
import { isStellarKey } from '../finance/crypto/stellar-key.ts'
import type { LongWordRule } from '../rule.ts'

/** Private keys of wallets, with their checksums. */
export const walletKey: LongWordRule = {
  kind: 'long-word',
  name: 'wallet_key',
  type: 'secret',
  title: 'Private key of a crypto wallet',
  source: 'https://en.bitcoin.it/wiki/Wallet_import_format; BIP-32; SEP-0023',
  initials: '569KLTQcxyztuvS',
  confidence: 1,
  check(word) {
    const { length } = word
    if (length === 56 && word.startsWith('S')) return isStellarKey(word)
    if (length === 111 && word.startsWith('prv', 1)) return payloadLength(word) === extendedKeyBytes
    if (length !== 51 && length !== 52) return false
    const bytes = payloadLength(word)
    return bytes === keyBytes || bytes === compressedKeyBytes
  },
}

/** A version and 256 bits; with a mark if the public key is compressed; with what derives others from it. */
const keyBytes = 33
const compressedKeyBytes = 34
const extendedKeyBytes = 78

function payloadLength(word: string): number | undefined {
  if (!/^[1-9A-HJ-NP-Za-km-z]{51,111}$/u.test(word)) return undefined
  return decodeBase58Check(word, bitcoinAlphabet)?.length
}
