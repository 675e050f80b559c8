import { expect, it } from 'vitest'
import { memoryConsent } from './memory-consent.ts'
import { staticConsent } from './static-consent.ts'
import { createSwitchableSource } from './switchable-source.ts'

it('a switchable source grants nothing until it is told who answers', () => {
  const source = createSwitchableSource()
  expect(source.read({ subject: 'ada' })?.grants).toEqual({})
  source.use(staticConsent({ personalization: 'granted' }))
  expect(source.read({ subject: 'ada' })?.grants).toEqual({ personalization: 'granted' })
})

it('a switchable source tells of the changes of who answers now, and of nobody else', () => {
  const source = createSwitchableSource()
  const told: string[] = []
  source.watch((key) => told.push(key))
  const [former, present] = [memoryConsent(), memoryConsent()]
  source.use(former)
  former.set({ subject: 'ada' }, {})
  source.use(staticConsent({}))
  source.use(present)
  former.set({ subject: 'bob' }, {})
  present.set({ subject: 'cem' }, {})
  present.forget({ subject: 'cem' })
  expect(told).toEqual(['s:ada', 's:cem', 's:cem'])
})
