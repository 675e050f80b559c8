/** `privity/consent/api`: the HTTP API through which people read and change what they agreed to. */
export {
  type ApiAlgorithm,
  type ApiScope,
  ConsentApiError,
  type ConsentApiOptions,
  type DeviceOptions,
  type Limiter,
  type RateLimit,
  type RateLimitName,
  type RateLimits,
  type ReplayStore,
  type TrustedIssuer,
} from './api-options.ts'
export { createConsentApi } from './create-consent-api.ts'
export { deviceSubject } from './device.ts'
export { honourGpc } from './honour-gpc.ts'
export { type ApiTokenClaims, type ApiTokenSigner, signApiToken } from './sign-api-token.ts'
