import type { Limits } from './policy.ts'

/** What each limit is without a word from the policy, and how far a policy may move it. */
export const limitBounds: Readonly<
  Record<keyof Limits, { readonly default: number; readonly min: number; readonly max: number }>
> = {
  attributeBytes: { default: 16_384, min: 64, max: 1_048_576 },
  attributes: { default: 128, min: 1, max: 1_024 },
  events: { default: 128, min: 0, max: 1_024 },
  items: { default: 256, min: 1, max: 10_000 },
  depth: { default: 8, min: 1, max: 32 },
  // 0 holds nothing back: what has no subject yet is decided at once
  pendingTraces: { default: 1_000, min: 0, max: 100_000 },
  pendingBytes: { default: 67_108_864, min: 0, max: 1_073_741_824 },
  pendingSeconds: { default: 10, min: 0, max: 300 },
}

/** How long the parts of a policy itself may be, so that a wrong file cannot make the guard slow. */
export const policyBounds = {
  fileBytes: 1_048_576,
  depth: 16,
  values: 100_000,
  issues: 100,
  purposes: 64,
  recipients: 32,
  signalItems: 16,
  flows: 32,
  classification: 1_000,
  custom: 100,
  headers: 64,
  authorities: 100,
  baggageKeys: 64,
  patternLength: 1_000,
  patternSize: 1_000,
  keyPatternLength: 256,
  textLength: 500,
  retentionYears: 10,
} as const
