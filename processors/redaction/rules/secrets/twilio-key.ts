import type { LongWordRule } from '../rule.ts'

/** Keys and accounts of Twilio: two letters and a number of 128 bits. */
export const twilioKey: LongWordRule = {
  kind: 'long-word',
  name: 'twilio_key',
  type: 'secret',
  title: 'Key or account of Twilio',
  source: 'https://www.twilio.com/docs/glossary/what-is-a-sid',
  initials: 'SA',
  confidence: 0.95,
  check: (word) => word.length === 34 && /^(?:SK|AC)[0-9a-f]{32}$/u.test(word),
}
