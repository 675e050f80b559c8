/** `privity/consent/signals`: what browsers and consent managers say, as changes for the ledger. */
export { decodeGpp } from './decode-gpp.ts'
export { type DecodeOptions, decodeTcf } from './decode-tcf.ts'
export { gpcDenials } from './gpc-denials.ts'
export { type GpcSource, readGpc } from './read-gpc.ts'
export type {
  ProcessedSignal,
  SignalName,
  SignalProblem,
  SignalProblemCode,
  SignalResult,
} from './signal-result.ts'
