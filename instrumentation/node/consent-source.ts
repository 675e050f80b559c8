import type { ConsentSource } from '../../consent/consent-source.ts'
import { createSwitchableSource } from '../../consent/switchable-source.ts'

/** Whom the guard of the hook asks. */
export const consentSource = createSwitchableSource()

/**
 * Says where the running hook finds what subjects have agreed to. Until it is called, and where the source does not know
 * a subject, nobody has agreed to anything.
 *
 * @example
 * provideConsent({ read: () => undefined })
 */
export function provideConsent(source: ConsentSource): void {
  consentSource.use(source)
}
