/** `privity/consent/propagation`: how consent, and nothing else about a person, travels from service to service. */
export { createBaggageGuard } from './baggage-guard.ts'
export { type CarriedConsent, carriedConsent, withCarriedConsent } from './carried-consent.ts'
export { type ConsentPropagatorOptions, createConsentPropagator } from './consent-propagator.ts'
export { type ConsentClaims, tokenHeader } from './consent-token.ts'
export { withDestination } from './destination.ts'
export { createTokenMinter, type TokenMinter, type TokenMinterOptions } from './mint-token.ts'
export { mergeConsent, type PresentConsent } from './present-consent.ts'
export { createRecipients, type Recipients } from './recipients.ts'
export { readTokenKeys, type TokenKeys, type TokenKeysOptions } from './token-keys.ts'
export {
  createTokenVerifier,
  type TokenRefusal,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './verify-token.ts'
