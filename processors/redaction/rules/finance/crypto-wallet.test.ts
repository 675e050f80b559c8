import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { bitcoinAlphabet, decodeBase58, decodeBase58Check } from './crypto/base58.ts'
import { isBech32 } from './crypto/bech32.ts'
import { hasCaseChecksum } from './crypto/ethereum-address.ts'
import { isWallet } from './crypto/is-wallet.ts'
import { keccak256 } from './crypto/keccak256.ts'
import { sha256 } from './crypto/sha256.ts'
import { isStellarKey } from './crypto/stellar-key.ts'
import { examples } from './crypto-wallet.examples.ts'
import { walletRules } from './crypto-wallet.ts'

const scan = createScanner(compileRules(walletRules))

function found(text: string, rule: string): readonly string[] {
  const entities = (scan(text) ?? []).filter((entity) => entity.rule === rule)
  return entities.map(({ start, end }) => text.slice(start, end))
}

describe.each(walletRules.map(({ name }) => name))('%s', (name) => {
  it('finds what it is for', () => {
    for (const marked of examples[name]?.found ?? []) {
      const expected = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/gu), ([, inner]) => inner)
      expect(found(marked.replaceAll(/[⟦⟧]/gu, ''), name)).toEqual(expected)
    }
  })

  it.each(examples[name]?.notFound ?? [])('leaves alone: %s', (text) => {
    expect(found(text, name)).toEqual([])
  })
})

describe('checksums of chains', () => {
  it('SHA-256 is that of others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Buffer.from(sha256(bytes))).toEqual(createHash('sha256').update(bytes).digest())
      }),
    )
  })

  it('Keccak-256 is the one from before SHA-3', () => {
    const hex = (text: string): string => Buffer.from(keccak256(Buffer.from(text))).toString('hex')
    expect(hex('')).toBe('c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470')
    expect(hex('abc')).toBe('4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45')
    expect(hex('a'.repeat(135))).not.toBe(hex('a'.repeat(136)))
  })

  it('Base58 gives the vectors of its draft', () => {
    // https://datatracker.ietf.org/doc/html/draft-msporny-base58-03#section-5
    expect(Buffer.from(decodeBase58('2NEpo7TZRRrLZSi2U', bitcoinAlphabet) ?? []).toString()).toBe('Hello World!')
    expect(Array.from(decodeBase58('11233QC4', bitcoinAlphabet) ?? [])).toEqual([0, 0, 0x28, 0x7f, 0xb4, 0xcd])
    expect(decodeBase58('0OIl', bitcoinAlphabet)).toBeUndefined()
    expect(decodeBase58Check('1', bitcoinAlphabet)).toBeUndefined()
  })

  it.each([
    'A12UEL5L',
    'a12uel5l',
    'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    'A1LQFN3A',
    'a1lqfn3a',
    'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
  ])('Bech32 and Bech32m hold: %s', (text) => {
    expect(isBech32(text)).toBe(true)
  })

  it.each(['pzry9x0s0muk', '1pzry9x0s0muk', 'x1b4n0q5v', 'li1dgmt3', 'A1G7SGD8', 'a12UEL5L', 'M1VUXWEZ', '16plkw9'])(
    'Bech32 and Bech32m do not hold: %s',
    (text) => {
      expect(isBech32(text)).toBe(false)
    },
  )

  it.each([
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ])('the case of digits holds: %s', (address) => {
    expect(hasCaseChecksum(address)).toBe(true)
    expect(hasCaseChecksum(address.replace(/[a-f](?=[^a-f]*$)/u, (digit) => digit.toUpperCase()))).toBe(false)
  })

  it('Stellar', () => {
    // SEP-0023
    expect(isStellarKey('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')).toBe(true)
    expect(isStellarKey('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGA')).toBe(false)
  })

  it.each([
    ['Litecoin', 'LaMT348PWRnrqeeWArpwQPbuanpXDZGEUz'],
    ['Dogecoin', 'DBXu2kgc3xtvCUWFcxFE3r9hEYgmuaaCyD'],
    ['Tron', 'T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb'],
    ['Zcash', 't1Hsc1LR8yKnbbe3twRp88p6vFfC5t7DLbs'],
    ['Dash', 'XpESxaUmonkq8RaLLp46Brx2K39ggQe226'],
    ['Monero', '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A'],
  ])('%s', (_, address) => {
    expect(isWallet(address)).toBe(true)
    const last = address.at(-1) === 'a' ? 'b' : 'a'
    expect(isWallet(address.slice(0, -1) + last)).toBe(false)
  })

  it('no word of random letters and digits is a wallet', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{25,35}$/u), (word) => {
        expect(isWallet(word)).toBe(false)
      }),
    )
  })
})
