import { expect, it } from 'vitest'
import { staticConsent } from './static-consent.ts'

it('staticConsent answers everybody the same and is not changed from outside', () => {
  const grants: Record<string, 'granted' | 'denied'> = { personalization: 'granted' }
  const consent = staticConsent(grants)
  grants.personalization = 'denied'
  expect(consent.read({ subject: 'ada' })?.grants).toEqual({ personalization: 'granted' })
  expect(consent.read({ tenant: 'acme', subject: 'bob' })?.grants).toEqual({ personalization: 'granted' })
})
