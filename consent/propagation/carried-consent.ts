import { type Context, createContextKey } from '@opentelemetry/api'
import type { ConsentState, Subject } from '../consent-source.ts'

/** What a verified consent token says: about whom a request or message is, and what they agreed to. */
export interface CarriedConsent {
  /** By the name that all services of the trust domain have for the person. */
  readonly subject: Subject
  /** Valid until the token expires. */
  readonly consent: ConsentState
  /** The token itself, to be handed on unchanged. */
  readonly token: string
  /** Is this the person, by the id that the application knows? */
  isAbout(subject: Subject): boolean
}

const key = createContextKey('privity.carried_consent')

/** The consent that came with the request or message that `context` belongs to. */
export function carriedConsent(context: Context): CarriedConsent | undefined {
  return context.getValue(key) as CarriedConsent | undefined
}

export function withCarriedConsent(context: Context, carried: CarriedConsent): Context {
  return context.setValue(key, carried)
}
