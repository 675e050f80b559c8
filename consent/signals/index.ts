/** `privity/consent/signals`: what browsers and consent managers say, as changes for the ledger. */
export { decodeGpp } from './decode-gpp.ts'
export { type DecodeOptions, decodeTcf } from './decode-tcf.ts'
export { gpcDenials } from './gpc-denials.ts'
export { importC15t } from './import-c15t.ts'
export type { ChoiceMapping } from './import-choices.ts'
export { importGoogleConsentMode } from './import-google-consent-mode.ts'
export { importOrejime } from './import-orejime.ts'
export { importVanillaCookieConsent, type VanillaCookieConsentOptions } from './import-vanilla-cookieconsent.ts'
export { type GpcSource, readGpc } from './read-gpc.ts'
export type {
  ProcessedSignal,
  SignalName,
  SignalProblem,
  SignalProblemCode,
  SignalResult,
} from './signal-result.ts'
