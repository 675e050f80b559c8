/** `privity/consent`: where the grants come from. */
export { type CallbackConsentOptions, type ConsentAnswer, callbackConsent } from './callback-consent.ts'
export type { ConsentSource, ConsentState, Subject } from './consent-source.ts'
export { type MemoryConsent, memoryConsent } from './memory-consent.ts'
export { staticConsent } from './static-consent.ts'
