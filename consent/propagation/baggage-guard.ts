import { type Context, propagation, type TextMapPropagator, type TextMapSetter } from '@opentelemetry/api'
import type { Policy } from '../../policy/policy.ts'
import { removeHeader } from './header-of.ts'
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
  // some clients keep the headers of one message for the next one, which may be another person's and go elsewhere
  const written = new WeakMap<object, Set<string>>()

  return {
    inject<C>(context: Context, carrier: C, setter: TextMapSetter<C>): void {
      const holder = typeof carrier === 'object' && carrier !== null ? carrier : undefined
      const before = holder && written.get(holder)
      if (before !== undefined) for (const name of before) removeQuietly(carrier, name)
      const allowed = guarded(context, recipients, harmless)
      const baggage = propagation.getBaggage(allowed)
      if (holder === undefined || baggage === undefined) {
        inner.inject(allowed, carrier, setter)
        return
      }
      const names = new Set<string>()
      written.set(holder, names)
      inner.inject(allowed, carrier, {
        set(target, name, value) {
          names.add(name.toLowerCase())
          setter.set(target, name, value)
        },
      })
    },
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

/** Headers that cannot be changed are no reason to lose the request. */
function removeQuietly(carrier: unknown, name: string): void {
  try {
    removeHeader(carrier, name)
  } catch {
    // the propagator inside will not be able to write them, either
  }
}
