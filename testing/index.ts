/** `privity/testing`: what it takes to prove that nothing gets out. */
export { type Canaries, type Canary, type CanaryKind, canaries, canaryKinds, type Leak } from './canaries.ts'
export { type Fault, type OtlpReceiver, type ReceivedRequest, startOtlpReceiver } from './otlp-receiver.ts'
export type { OtlpSignal, ReceivedLog, ReceivedMetric, ReceivedSpan } from './received.ts'
