import type { FieldRule } from '../rule.ts'
import { isAlphanumericAt } from './unit-sets.ts'

/** Codes that are sent to one who signs in, and what stands on the back of a card. */
export const oneTimeCode: FieldRule = {
  kind: 'field',
  name: 'one_time_code',
  type: 'secret',
  title: 'One-time code, PIN or card verification code',
  source: 'https://pages.nist.gov/800-63-3/sp800-63b.html#singlefactorOTP',
  names: [
    'verification code',
    'security code',
    'confirmation code',
    'authentication code',
    'access code',
    'login code',
    'sign in code',
    'one time code',
    'one time password',
    'one time pin',
    'passcode',
    'recovery code',
    'backup code',
    'two factor code',
    '2fa code',
    'mfa code',
    'sms code',
    'otp',
    'otp code',
    'totp',
    'mtan',
    'pin',
    'cvv',
    'cvv2',
    'cvc',
    'cvc2',
    'card verification value',
    'bestatigungscode',
    'sicherheitscode',
    'prufziffer',
    'code de verification',
    'code de securite',
    'codigo de verificacion',
    'codigo de seguridad',
    'codigo de verificacao',
    'codice di verifica',
    'verificatiecode',
  ],
  loose: true,
  confidence: 0.9,
  read(text, { start }) {
    let end = start
    let digits = 0
    let joints = 0
    while (end - start <= longest) {
      if (isJointAt(text, end)) joints++
      else if (!isAlphanumericAt(text, end)) break
      const unit = text.charCodeAt(end)
      if (unit >= 48 && unit <= 57) digits++
      end++
    }
    const length = end - start
    if (digits < 3 || joints > 1 || length > longest || length > digits * 2 + 1) return undefined
    return digits > 3 || isOfCard(text, start) ? { start, end } : undefined
  },
}

const longest = 14

/** `123-456`, `G-123456`; no other joints, so that times are none. */
function isJointAt(text: string, index: number): boolean {
  return text.charCodeAt(index) === 45 && isAlphanumericAt(text, index - 1) && isAlphanumericAt(text, index + 1)
}

/** Those have three digits; elsewhere so few are an error number. */
function isOfCard(text: string, start: number): boolean {
  return /(?:cv[vc]2?|security code|verification (?:code|value))["'\]\\]{0,2}[\s:=>#]{1,4}["']?$/iu.test(
    text.slice(Math.max(0, start - 32), start),
  )
}
