import { buildPolicy } from './build-policy.ts'
import type { Policy } from './policy.ts'

/**
 * The policy of an empty file, the strictest one: a single flow, `operations`, anonymous and technical only, to where
 * the `OTEL_*` variables point. Equal to `parsePolicy({})`, but made without loading zod or yaml.
 */
export const defaultPolicy: Policy = buildPolicy({}, {})
