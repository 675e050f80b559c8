import type { Flow } from '../../policy/policy.ts'

/**
 * Scheme, host and port that a flow is sent to, without credentials.
 *
 * @example receiverOf(defaultPolicy.flows.operations) // 'http://localhost:4318'
 */
export function receiverOf({ to }: Pick<Flow, 'to'>): string {
  const endpoint = to.otlp.endpoint ?? process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  const url = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint) : undefined
  return url?.origin ?? 'http://localhost:4318'
}
