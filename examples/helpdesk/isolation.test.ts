import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPassword } from './data/seed-people.ts'
import { type Browser, createBrowser } from './demo/browser.ts'
import { type DemoDatabase, startDatabase } from './demo/database.ts'
import { type HelpdeskProcess, startHelpdesk } from './demo/helpdesk-process.ts'

let database: DemoDatabase
let helpdesk: HelpdeskProcess
let customer: Browser
let neighbour: Browser
let agent: Browser
let foreignAgent: Browser
/** A ticket whose number only Harbour Cycles has come to. */
let path: string

beforeAll(async () => {
  database = await startDatabase('')
  helpdesk = await startHelpdesk({ database, port: 0 })
  customer = await signedIn('oluwaseun.adebayor@mail.example')
  neighbour = await signedIn('ines.carvalhal@mail.example')
  agent = await signedIn('maya.lindqvist@harbour-cycles.example')
  foreignAgent = await signedIn('hanneke.verstraeten@linden-dental.example')
  await customer.open('/tickets/new')
  const ticket = { subject: 'Zephyrine saddle', body: 'The quokkas of the saddle creak.', priority: 'low' }
  path = (await customer.submit('/tickets', ticket)).path
  await agent.open(path)
  await agent.submit(`${path}/messages`, { body: 'Xylograph says no.', internal: 'on' })
})

afterAll(async () => {
  await helpdesk?.stop()
  await database?.stop()
})

async function signedIn(email: string): Promise<Browser> {
  const browser = createBrowser(helpdesk.url)
  await browser.open('/sign-in')
  expect((await browser.submit('/sign-in', { email, password: seedPassword })).path).toBe('/tickets')
  return browser
}

/** Sends a form to `target` with a token that is right for this browser. */
async function force(browser: Browser, target: string, fields: Readonly<Record<string, string>>): Promise<number> {
  await browser.open('/tickets')
  return (await browser.submit(target, fields)).status
}

describe('who is not signed in', () => {
  it.each(['/', '/tickets', '/tickets/1', '/search?words=a', '/articles', '/people', '/privacy'])(
    'is led from %s to the sign-in page',
    async (target) => {
      const response = await fetch(helpdesk.url + target, { redirect: 'manual' })
      expect(response.status).toBe(303)
      expect(response.headers.get('location')).toMatch(/^\/sign-in\?to=/)
    },
  )

  it('cannot change anything', async () => {
    const visitor = createBrowser(helpdesk.url)
    await visitor.open('/sign-in')
    expect((await visitor.submit('/tickets', { subject: 'a', body: 'b' })).status).toBe(401)
  })
})

describe('another company', () => {
  it('does not see a ticket, nor change it', async () => {
    const properties = { status: 'solved', priority: 'low', assignee: '', tags: '' }
    expect((await foreignAgent.open(path)).status).toBe(404)
    expect(await force(foreignAgent, `${path}/messages`, { body: 'Hello' })).toBe(404)
    expect(await force(foreignAgent, `${path}/properties`, properties)).toBe(404)
    expect((await customer.open(path)).html).not.toContain('Hello')
  })

  it('does not find it', async () => {
    expect((await agent.open('/search?words=zephyrine')).links('/tickets/')).toContain(path)
    expect((await foreignAgent.open('/search?words=zephyrine')).html).toContain('No tickets here.')
  })

  it('does not see people, and cannot be given a ticket', async () => {
    expect((await agent.open('/people/3')).status).toBe(200)
    expect((await foreignAgent.open('/people/3')).status).toBe(404)
    const theirs = { status: 'open', priority: 'low', assignee: '7', tags: '' }
    expect(await force(agent, `${path}/properties`, theirs)).toBe(422)
  })
})

describe('another customer of the same company', () => {
  it('does not see, find or answer a ticket', async () => {
    expect((await neighbour.open(path)).status).toBe(404)
    expect((await neighbour.open('/search?words=zephyrine')).html).toContain('No tickets here.')
    expect(await force(neighbour, `${path}/messages`, { body: 'Hello' })).toBe(404)
  })
})

describe('a customer', () => {
  it('does not find the words of internal notes, nor read drafts', async () => {
    expect((await agent.open('/search?words=xylograph')).links('/tickets/')).toContain(path)
    expect((await customer.open('/search?words=xylograph')).html).toContain('No tickets here.')
    expect((await customer.open('/articles/closing-an-account-for-somebody-else')).status).toBe(404)
  })

  it('does not get to the pages of agents', async () => {
    for (const target of ['/people', '/people/3', '/articles/new', '/articles/how-refunds-work/edit'])
      expect((await customer.open(target)).status).toBe(403)
    expect(await force(customer, `${path}/properties`, { status: 'solved' })).toBe(403)
    expect(await force(customer, '/articles', { title: 'Mine', body: 'All mine' })).toBe(403)
  })
})

describe('a form', () => {
  it.each(['', 'x'.repeat(43)])('is refused with the token "%s"', async (token) => {
    await customer.open(path)
    const page = await customer.submit(`${path}/messages`, { form_token: token, body: 'Forged' })
    expect(page.status).toBe(403)
    expect((await customer.open(path)).html).not.toContain('Forged')
  })

  it('is refused with the token of somebody else', async () => {
    const theirs = (await neighbour.open('/tickets')).html.match(/name="form_token" value="([^"]+)"/)?.[1] ?? ''
    expect(await force(customer, `${path}/messages`, { form_token: theirs, body: 'Forged' })).toBe(403)
  })

  it('is refused when it is too long', async () => {
    expect(await force(customer, '/tickets', { subject: 'a', body: 'b'.repeat(200_000) })).toBe(413)
  })
})

describe('an address', () => {
  it.each(['/nowhere', '/tickets/0', '/tickets/99999999999999999999', '/tickets/1e3', "/articles/'--", '/%E0%A4%A'])(
    'that leads nowhere says so: %s',
    async (target) => {
      const { status, html } = await agent.open(target)
      expect([400, 404]).toContain(status)
      expect(html).toContain('Help desk')
    },
  )

  it('that somebody has already is not given twice', async () => {
    const fields = { name: 'Twin', email: 'INES.carvalhal@mail.example', phone: '' }
    expect(await force(agent, '/people', fields)).toBe(409)
    expect(await force(agent, '/articles', { title: 'How refunds work', body: 'Twice' })).toBe(409)
  })
})
