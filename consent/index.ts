/** `privity/consent`: where the grants come from. */
export type { CachedConsentOptions } from './cached-consent.ts'
export { callbackConsent } from './callback-consent.ts'
export type { ConsentAnswer } from './consent-answer.ts'
export type { ConsentSource, ConsentState, Subject } from './consent-source.ts'
export { type MemoryConsent, memoryConsent } from './memory-consent.ts'
export { type RemoteConsent, type RemoteConsentOptions, remoteConsent } from './remote-consent.ts'
export { staticConsent } from './static-consent.ts'
export { subjectKey } from './subject-key.ts'
