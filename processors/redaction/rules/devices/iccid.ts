import { passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'

/** Numbers of SIM cards. */
export const iccid: CodeRule = {
  kind: 'code',
  name: 'iccid',
  type: 'device_id',
  title: 'Number of a SIM card (ICCID)',
  source: 'ITU-T E.118: 89 for telecommunication, country, issuer, number, and Luhn',
  lengths: [19, 20],
  alphabet: 'digits',
  shape: /^89\d{17,18}$|^89\d{2}(?:[ -]\d{4}){3}[ -]\d{3,4}$|^89\d{2}(?:[ -]\d{2,6}){2,5}[ -]\d{1,6}$/u,
  check: passesLuhn,
  // in one piece it may be any number of 64 bits
  bare: /^\d{4}(?:[ -]\d{4}){3}[ -]\d{3,4}$/u,
  words: [
    'iccid',
    'icc id',
    'ccid',
    'uicc',
    'uicc id',
    'sim',
    'sim no',
    'sim id',
    'sim number',
    'sim serial',
    'sim serial number',
    'sim card',
    'sim card number',
    'esim',
  ],
}
