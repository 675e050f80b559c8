/** `privity/testing`: what it takes to prove that nothing gets out. */
export { type Canaries, type Canary, canaries, type Leak } from './canaries.ts'
export { type CanaryKind, canaryKinds } from './canary-makers.ts'
export { type Fault, type OtlpReceiver, type ReceivedRequest, startOtlpReceiver } from './otlp-receiver.ts'
export type { OtlpSignal, ReceivedLog, ReceivedMetric, ReceivedSpan } from './received.ts'
