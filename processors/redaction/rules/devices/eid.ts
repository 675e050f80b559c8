import { remainder } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'

/** Identities of chips that SIM profiles are loaded into. */
export const eid: CodeRule = {
  kind: 'code',
  name: 'esim_eid',
  type: 'device_id',
  title: 'Identity of the chip of an eSIM (EID)',
  source: 'GSMA SGP.29: 89 for telecommunication, and ISO/IEC 7064 MOD 97-10',
  lengths: [32],
  alphabet: 'digits',
  shape: /^89\d{30}$|^89\d{2}(?: \d{4}){7}$/u,
  check: (identity) => remainder(identity, 97) === 1,
  bare: true,
  words: ['eid', 'esim', 'euicc', 'euicc id'],
}
