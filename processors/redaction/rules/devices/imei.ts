import { isOneDigitOnly, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'

/** Identities of mobile devices. Numbers of fifteen digits with a Luhn digit are common: a word must stand near. */
export const imei: CodeRule = {
  kind: 'code',
  name: 'imei',
  type: 'device_id',
  title: 'International Mobile Equipment Identity (IMEI, IMEISV)',
  source: '3GPP TS 23.003, 6.2, and annex B; GSMA TS.06',
  lengths: [15, 16],
  alphabet: 'digits',
  // with the version of the software, there is no check digit
  shape: /^\d{15,16}$|^\d{2}[ -]\d{6}[ -]\d{6}[ -]\d{1,2}$|^\d{6}[ /-]\d{2}[ /-]\d{6}[ /-]\d{1,2}$/u,
  check: (identity) => !isOneDigitOnly(identity) && (identity.length === 16 || passesLuhn(identity)),
  bare: false,
  words: [
    'imei',
    'imei no',
    'imei number',
    'imei sv',
    'device imei',
    'imei code',
    'equipment identity',
    'mobile equipment identity',
  ],
}
