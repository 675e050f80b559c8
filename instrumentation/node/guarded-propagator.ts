import { diag, type TextMapPropagator } from '@opentelemetry/api'
import { KeyError } from '../../consent/parse-keys.ts'
import { createBaggageGuard } from '../../consent/propagation/baggage-guard.ts'
import { createConsentPropagator } from '../../consent/propagation/consent-propagator.ts'
import { createTokenMinter } from '../../consent/propagation/mint-token.ts'
import { createRecipients } from '../../consent/propagation/recipients.ts'
import { readTokenKeys, type TokenKeys } from '../../consent/propagation/token-keys.ts'
import { createTokenVerifier } from '../../consent/propagation/verify-token.ts'
import { createSubjectPseudonym, type SubjectPseudonym } from '../../consent/subject-pseudonym.ts'
import type { Guard } from '../../processors/guard.ts'
import type { Environment } from './environment.ts'

/**
 * Lets `inner` write baggage only towards the services that the policy lists, and tells them about consent. Where keys
 * are missing or wrong nothing is told and nothing believed, and what others send is still taken out of the headers.
 *
 * @param key as in `PRIVITY_KEY`: gives people the same names in all services
 */
export function createGuardedPropagator(
  inner: TextMapPropagator | undefined,
  { guard, environment, key }: { readonly guard: Guard; readonly environment: Environment; readonly key: string },
): TextMapPropagator {
  const { policy } = guard
  const recipients = createRecipients(policy)
  const { keys, pseudonymOf } = readKeys(environment, key)
  const consent = createConsentPropagator({
    recipients,
    presentIn: guard.presentIn,
    mint: keys.signing && createTokenMinter({ policy, signing: keys.signing, pseudonymOf }),
    verify: createTokenVerifier({ policy, keys, pseudonymOf }),
  })
  return inner === undefined ? consent : inOrder(createBaggageGuard(inner, { policy, recipients }), consent)
}

function readKeys(environment: Environment, key: string): { keys: TokenKeys; pseudonymOf: SubjectPseudonym } {
  try {
    const pseudonymOf = createSubjectPseudonym(key)
    const { PRIVITY_CONSENT_SIGNING_KEY: signingKey, PRIVITY_CONSENT_VERIFY_KEYS: verifyKeys } = environment
    return { keys: readTokenKeys({ signingKey, verifyKeys }), pseudonymOf }
  } catch (error) {
    // the guard has said so already where it is PRIVITY_KEY
    const reason = error instanceof KeyError ? error.message : 'the keys of consent tokens cannot be read'
    diag.error(`privity: ${reason} Until then no other service is told about consent, and none is believed.`)
    return { keys: { signing: undefined, verifying: new Map() }, pseudonymOf: () => '' }
  }
}

/** As `CompositePropagator` of the SDK, which is not loaded here. */
function inOrder(...propagators: readonly TextMapPropagator[]): TextMapPropagator {
  return {
    inject(context, carrier, setter) {
      for (const propagator of propagators) propagator.inject(context, carrier, setter)
    },
    extract: (context, carrier, getter) =>
      propagators.reduce((extracted, propagator) => propagator.extract(extracted, carrier, getter), context),
    fields: () => propagators.flatMap((propagator) => propagator.fields()),
  }
}
