import { bitcoinAlphabet, decodeBase58Check, rippleAlphabet } from './base58.ts'
import { isBech32 } from './bech32.ts'
import { hasCaseChecksum } from './ethereum-address.ts'
import { isMoneroAddress } from './monero-address.ts'
import { isStellarKey } from './stellar-key.ts'

/** What the addresses of chains begin with that `isWallet` knows. */
export const walletInitials = '01234789ABDGLMTXabcdegijklmnoprstvz'

/**
 * Is this word the address of a wallet or an account on a public chain, with a checksum that holds?
 *
 * Base58 with checksum is of Bitcoin, Litecoin, Dogecoin, Dash, Zcash and Tron, and with an alphabet of its own of the XRP
 * Ledger; Bech32 of Bitcoin, Litecoin, Cardano and the chains of Cosmos; the case of the digits of Ethereum; Monero and
 * Stellar have checksums of their own.
 *
 * @param word letters and digits, all that stand together
 */
export function isWallet(word: string): boolean {
  const { length } = word
  if (length === 42 && word.startsWith('0x')) return hasCaseChecksum(word)
  if (length >= 25 && length <= 35 && isBase58Address(word)) return true
  if (length === 56 && word.startsWith('G')) return isStellarKey(word)
  if ((length === 95 || length === 106) && /^[48]/u.test(word)) return isMoneroAddress(word)
  return bech32Prefix.test(word) && length >= 38 && isBech32(word)
}

/** Chains that write addresses so; the list keeps other words from being reckoned with. */
const bech32Prefix =
  /^(?:bc|tb|bcrt|ltc|tltc|addr|stake|cosmos|osmo|juno|akash|axelar|celestia|dydx|inj|kava|neutron|noble|secret|sei|stars|terra|thor|zil|one|ckb|erd|band|persistence|evmos|grs|vtc|dgb)1[02-9ac-hj-np-z]{20,110}$/iu

function isBase58Address(word: string): boolean {
  // most of these words are hashes, and have a zero, which no number in Base58 has
  if (word.includes('0') || !/^[1-9A-HJ-NP-Za-km-z]{25,35}$/u.test(word)) return false
  // hashes of one case are many, addresses in one case next to none
  if (!/[a-z]/u.test(word) || !/[A-Z]/u.test(word)) return false
  const alphabet = word.startsWith('r') ? rippleAlphabet : bitcoinAlphabet
  const length = decodeBase58Check(word, alphabet)?.length
  // a version of one byte, or of two, and a hash of 160 bits
  return length === 21 || length === 22
}
