import type { AnchorRule, FieldRule, LongWordRule, Rule } from '../rule.ts'
import { endOfAlphanumerics } from './crypto/end-of-alphanumerics.ts'
import { isWallet, walletInitials } from './crypto/is-wallet.ts'

/** Addresses with checksums, wherever they stand. */
const cryptoWallet: LongWordRule = {
  kind: 'long-word',
  name: 'crypto_wallet',
  type: 'crypto_wallet',
  title: 'Address of a crypto wallet',
  source:
    'https://en.bitcoin.it/wiki/Base58Check_encoding; BIP-173, BIP-350; EIP-55; SEP-0023; https://xrpl.org/docs/references/protocol/data-types/base58-encodings',
  initials: walletInitials,
  confidence: 1,
  check: isWallet,
}

/** Addresses of Ethereum and its like in letters of one case: without checksum, so not without a word beside them. */
const ethereumAddress: AnchorRule = {
  kind: 'anchor',
  name: 'ethereum_address',
  type: 'crypto_wallet',
  title: 'Address on Ethereum or a chain like it',
  source: 'https://ethereum.org/en/developers/docs/accounts/',
  anchors: ['0x'],
  caseSensitive: true,
  atWordStart: true,
  confidence: 0.9,
  find(text, start, end) {
    const addressEnd = endOfAlphanumerics(text, end, ethereumDigits + 1)
    if (addressEnd - end !== ethereumDigits || !/^[0-9a-fA-F]+$/u.test(text.slice(end, addressEnd))) return undefined
    const around = `${text.slice(Math.max(0, start - 64), start)} ${text.slice(addressEnd, addressEnd + 32)}`
    return chainWords.test(around) ? { start, end: addressEnd } : undefined
  },
}

const ethereumDigits = 40

const chainWords =
  /wallet|address|account|ethereum|metamask|polygon|matic|arbitrum|usd[ct]|contract|sender|recipient|beneficiary|paye[er]|owner|signer|transfer|balance|(?<![a-z])(?:w?eth|erc-?\d{1,4}|nft|bsc|bnb)(?![a-z])/iu

/** What a name calls a wallet: also of chains whose addresses have no checksum, such as Solana. */
const walletField: FieldRule = {
  kind: 'field',
  name: 'wallet_field',
  type: 'crypto_wallet',
  title: 'Value of a field that holds the address of a wallet',
  source: 'https://solana.com/docs/core/accounts; https://namespaces.chainagnostic.org/',
  names: [
    'wallet',
    'wallet address',
    'crypto address',
    'crypto wallet',
    'deposit address',
    'withdrawal address',
    'payout address',
    'btc address',
    'bitcoin address',
    'bitcoin',
    'ltc address',
    'litecoin',
    'doge address',
    'dogecoin',
    'eth address',
    'ethereum address',
    'ethereum',
    'xmr address',
    'monero',
    'xrp address',
    'trx address',
    'tron address',
    'sol address',
    'sol wallet',
    'solana',
    'solana address',
    'solana wallet',
    'phantom wallet',
    'ada address',
    'cardano',
  ],
  loose: true,
  confidence: 0.9,
  read(text, { start }) {
    const end = endOfAlphanumerics(text, start, longest + 1)
    if (end - start < shortest || end - start > longest) return undefined
    return isAddress(text.slice(start, end)) ? { start, end } : undefined
  },
}

const shortest = 25
const longest = 110

/** Hexadecimal with its mark, or digits and letters as mixed as those of a key. */
function isAddress(word: string): boolean {
  if (/^0x[0-9a-fA-F]{40,64}$/u.test(word) || isWallet(word)) return true
  return /\d/u.test(word) && /[a-z]/u.test(word) && /[A-Z]/u.test(word) && /^[1-9A-HJ-NP-Za-km-z]{25,110}$/u.test(word)
}

/** What names an account on a public chain. */
export const walletRules: readonly Rule[] = [cryptoWallet, ethereumAddress, walletField]
