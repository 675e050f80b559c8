/** `privity/processors`: the guard, for any OpenTelemetry SDK set-up. */
export { createGuard } from './create-guard.ts'
export type { Guard, GuardOptions, Judgement, Signal, VerdictCount, WithholdReason } from './guard.ts'
export { PrivacyLogRecordProcessor, type PrivacyLogRecordProcessorOptions } from './privacy-log-record-processor.ts'
export { PrivacySpanProcessor, type PrivacySpanProcessorOptions } from './privacy-span-processor.ts'
export { privacyView } from './privacy-view.ts'
export { bindSubject, runWithSubject } from './verdict/subject-binding.ts'
