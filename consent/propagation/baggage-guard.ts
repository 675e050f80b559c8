import { type Context, propagation, type TextMapPropagator } from '@opentelemetry/api'
import type { Policy } from '../../policy/policy.ts'
import { createRecipients, type Recipients } from './recipients.ts'

/**
 * Lets baggage go to the services of `propagation.to` only. OpenTelemetry's propagators write it into every request,
 * so that a user id that somebody put there reaches every third party as well.
 *
 * Towards others `inner` finds only the entries that the policy calls harmless (`propagation.carry`), whatever headers
 * it writes them to; all else that it propagates stays as it is.
 *
 * @example createBaggageGuard(new W3CBaggagePropagator(), { policy })
 */
export function createBaggageGuard(
  inner: TextMapPropagator,
  { policy, recipients = createRecipients(policy) }: { readonly policy: Policy; readonly recipients?: Recipients },
): TextMapPropagator {
  const harmless = new Set(policy.propagation?.carry)
  return {
    inject: (context, carrier, setter) => inner.inject(guarded(context, recipients, harmless), carrier, setter),
    extract: (context, carrier, getter) => inner.extract(context, carrier, getter),
    fields: () => inner.fields(),
  }
}

function guarded(context: Context, recipients: Recipients, harmless: ReadonlySet<string>): Context {
  const baggage = propagation.getBaggage(context)
  if (baggage === undefined || isTrusted(context, recipients)) return context
  const entries = baggage.getAllEntries().filter(([key]) => harmless.has(key))
  return entries.length === 0
    ? propagation.deleteBaggage(context)
    : propagation.setBaggage(context, propagation.createBaggage(Object.fromEntries(entries)))
}

/** A span that is no real one may throw where it is asked. */
function isTrusted(context: Context, recipients: Recipients): boolean {
  try {
    return recipients.trusts(context)
  } catch {
    return false
  }
}
