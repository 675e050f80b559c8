import { type Context, diag, type TextMapGetter, type TextMapPropagator, type TextMapSetter } from '@opentelemetry/api'
import { type CarriedConsent, withCarriedConsent } from './carried-consent.ts'
import { tokenHeader } from './consent-token.ts'
import { readHeader, removeHeader } from './header-of.ts'
import type { TokenMinter } from './mint-token.ts'
import type { PresentConsent } from './present-consent.ts'
import type { Recipients } from './recipients.ts'
import type { TokenVerifier } from './verify-token.ts'

export interface ConsentPropagatorOptions {
  readonly recipients: Recipients
  /** Whom a context is about; of the guard. */
  readonly presentIn: (context: Context) => PresentConsent | undefined
  /** Absent: this process has no key to sign with, and hands on what it got at most. */
  readonly mint?: TokenMinter
  readonly verify: TokenVerifier
}

/**
 * Tells services of the same trust domain whom a request or message is about and what they agreed to, by the header
 * `privity-consent`. Nobody else gets one: neither from this process, nor handed on from a caller.
 *
 * What comes in counts only if it verifies. It is taken out of the headers either way, so that what copies the headers of
 * a request into another one cannot hand it on. Never throws.
 */
export function createConsentPropagator(options: ConsentPropagatorOptions): TextMapPropagator {
  const { recipients, presentIn, mint, verify } = options
  // one message may be read twice, once for itself and once for its batch
  const taken = new WeakMap<object, CarriedConsent>()

  const carriedBy = <C>(carrier: C, getter: TextMapGetter<C>): CarriedConsent | undefined => {
    const text = readHeader(carrier, getter)
    const holder = typeof carrier === 'object' && carrier !== null ? carrier : undefined
    if (text === undefined) {
      const before = holder && taken.get(holder)
      return before !== undefined && typeof verify(before.token) === 'object' ? before : undefined
    }
    removeQuietly(carrier)
    const carried = verify(text)
    if (typeof carried === 'string') {
      diag.debug('privity: a consent token was refused', carried)
      return undefined
    }
    if (holder !== undefined) taken.set(holder, carried)
    return carried
  }

  return {
    inject<C>(context: Context, carrier: C, setter: TextMapSetter<C>): void {
      try {
        removeQuietly(carrier)
        if (!recipients.trusts(context)) return
        const present = presentIn(context)
        const token = present && tokenFor(present, mint)
        if (token !== undefined) setter.set(carrier, tokenHeader, token)
      } catch (error) {
        report(error)
      }
    },
    extract<C>(context: Context, carrier: C, getter: TextMapGetter<C>): Context {
      try {
        const carried = carriedBy(carrier, getter)
        return carried === undefined ? context : withCarriedConsent(context, carried)
      } catch (error) {
        report(error)
        return context
      }
    },
    fields: () => [tokenHeader],
  }
}

/** What is known here is told anew; what is known only from the caller is handed on, so that it gets no longer life. */
function tokenFor({ subject, consent, carried }: PresentConsent, mint: TokenMinter | undefined): string | undefined {
  if (consent === undefined || consent.validUntil < Date.now()) return undefined
  if (carried === undefined) return mint?.(subject, consent)
  if (consent === carried.consent) return carried.token
  // the token with a denial of this process over it: told anew, its grants would live longer than they may
  if (consent.epoch === carried.consent.epoch && consent.validUntil === carried.consent.validUntil) return undefined
  // an answer that differs from the token must not be contradicted by it
  return mint === undefined && agrees(carried, consent) ? carried.token : mint?.(subject, consent)
}

function agrees(carried: CarriedConsent, { grants }: NonNullable<PresentConsent['consent']>): boolean {
  const said = carried.consent.grants
  const same = (key: string): boolean => (said[key] ?? 'unset') === (grants[key] ?? 'unset')
  return carried.consent.validUntil >= Date.now() && Object.keys({ ...said, ...grants }).every(same)
}

/** Headers that cannot be changed are no reason to lose the request. */
function removeQuietly(carrier: unknown): void {
  try {
    removeHeader(carrier, tokenHeader)
  } catch (error) {
    report(error)
  }
}

/** What kind of fault, and not its message: that may quote a header. */
function report(error: unknown): void {
  diag.debug('privity: a consent token could not be handled', error instanceof Error ? error.name : typeof error)
}
