import type { RuleExamples } from '../rule-examples.ts'

/** Burnt, empty, or from the documents that describe the form: nobody's. */
export const examples: Readonly<Record<string, RuleExamples>> = {
  crypto_wallet: {
    found: [
      // the first block of Bitcoin, and addresses that nobody has the key of
      'to ⟦1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa⟧ now',
      '⟦1BitcoinEaterAddressDontSendf59kuE⟧',
      '"⟦3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy⟧"',
      // BIP-173 and BIP-350
      '⟦bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4⟧',
      '⟦BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4⟧',
      'bitcoin:⟦bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0⟧?amount=1',
      '⟦tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7⟧',
      // EIP-55
      'by ⟦0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed⟧.',
      '⟦0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359⟧',
      '⟦rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh⟧',
      '⟦rrrrrrrrrrrrrrrrrrrrrhoLvTp⟧',
    ],
    notFound: [
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
      '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
      '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
      '4bf92f3577b34da6a3ce929d0e0e4736',
      '0af7651916cd43dd8448eb211c80319c',
      'sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709',
      'com1veryLongClassNameWithManyWordsInIt',
    ],
  },
  ethereum_address: {
    found: [
      'wallet ⟦0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed⟧',
      '{"recipient":"⟦0x52908400098527886e0f7030069857d2e4169ee7⟧"}',
    ],
    notFound: [
      'at 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
      'address 0x7ffee3b4c5d6',
      'wallet 5aaeb6053f3e94c9b9a09f33669435e7ef1beaed',
    ],
  },
  wallet_field: {
    found: [
      // programs of Solana
      'solana address: ⟦TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA⟧',
      '"walletAddress":"⟦ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL⟧"',
      'wallet=⟦0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed⟧',
    ],
    notFound: [
      'wallet: empty',
      'wallet address is missing',
      'wallet 4bf92f3577b34da6a3ce929d0e0e4736',
      'solana validator',
      'Ethereum: 2026-11-23',
    ],
  },
}
