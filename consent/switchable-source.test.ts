import { expect, it } from 'vitest'
import { staticConsent } from './static-consent.ts'
import { createSwitchableSource } from './switchable-source.ts'

it('a switchable source grants nothing until it is told who answers', () => {
  const source = createSwitchableSource()
  expect(source.read({ subject: 'ada' })?.grants).toEqual({})
  source.use(staticConsent({ personalization: 'granted' }))
  expect(source.read({ subject: 'ada' })?.grants).toEqual({ personalization: 'granted' })
})
