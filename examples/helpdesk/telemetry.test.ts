import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPassword, seedTenants } from './data/seed-people.ts'
import { type Demo, startDemo } from './demo/run-demo.ts'

const people = seedTenants.flatMap((tenant) => tenant.people)
const anonymousFlows = ['operations', 'product_analytics', 'cross_company_insights', 'resource_generation']

let demo: Demo

beforeAll(async () => {
  demo = await startDemo({ port: 0, pauseMillis: 150, onCrash: () => {}, keepBytes: true })
  // everybody has worked for a while, on whatever machine this is
  while (demo.population().responses < 900 || demo.population().consentChanges < 10) await pause(200)
  await demo.stop()
})

afterAll(() => demo?.stop())

/** In all ways in which a text is written on its way: as it is, in an address, in JSON, in a form. */
function spellings(text: string): string[] {
  return [...new Set([text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), text.replaceAll(' ', '+')])]
}

function found(flow: string, texts: readonly string[]): string[] {
  const bytes = demo.bytesOf(flow).toString('latin1')
  // nothing would be found in nothing, either
  expect(bytes).toContain('privity.form')
  return texts.filter((text) => spellings(text).some((spelling) => bytes.includes(toLatin1(spelling))))
}

/** The bytes of UTF-8, one character each: the way in which bytes are compared with text here. */
function toLatin1(text: string): string {
  return Buffer.from(text).toString('latin1')
}

describe('what the flows receive while people work', () => {
  it('is a lot, and the product does not suffer', () => {
    expect(demo.population().failed).toBe(0)
    for (const { flow, spans } of demo.flows()) expect(spans, flow).toBeGreaterThan(50)
    expect(
      found('operations', ['/tickets/:number', 'http.response.status_code', 'postgresql', 'privity.form']),
    ).toHaveLength(4)
  })

  it.each(anonymousFlows)('has nothing personal of anybody in %s', (flow) => {
    const personal = people.flatMap(({ name, email, phone, iban, card, address }) => [
      ...[name, email, phone, iban, card, address],
      ...[email.split('@')[0] ?? '', name.split(' ').at(-1) ?? '', phone.slice(-9)],
    ])
    expect(found(flow, personal)).toEqual([])
  })

  it.each(anonymousFlows)('has nothing that people wrote in %s', (flow) => {
    const written = ['weeks pregnant', 'my card', 'late father', 'the accountant', 'called twice', 'Charged twice']
    expect(found(flow, [...written, seedPassword])).toEqual([])
  })

  it('has no address, number or account in company_context, where people appear under a pseudonym', () => {
    const personal = people.flatMap(({ email, phone, iban, card }) => [email, phone, iban, card])
    expect(found('company_context', [...personal, seedPassword])).toEqual([])
    expect(found('company_context', ['privity.subject', 'privity.tenant'])).toHaveLength(2)
  })

  it('leaves out who said no, who was not asked, and who has not signed in', () => {
    for (const { flow, withheld } of demo.flows()) {
      const reasons = withheld.map(([reason]) => reason)
      if (flow === 'operations') expect(reasons).toEqual([])
      else expect(reasons, flow).toEqual(expect.arrayContaining(['denied', 'no_grant', 'unknown_subject']))
    }
  })
})
