import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPassword } from './data/seed-people.ts'
import { type Browser, createBrowser } from './demo/browser.ts'
import { type DemoDatabase, startDatabase } from './demo/database.ts'
import { type HelpdeskProcess, startHelpdesk } from './demo/helpdesk-process.ts'

// the bare product: no hook, no telemetry
let database: DemoDatabase
let helpdesk: HelpdeskProcess

beforeAll(async () => {
  database = await startDatabase('')
  helpdesk = await startHelpdesk({ database, port: 0 })
})

afterAll(async () => {
  await helpdesk?.stop()
  await database?.stop()
})

const harbourAgent = 'maya.lindqvist@harbour-cycles.example'
const harbourCustomer = 'oluwaseun.adebayor@mail.example'

async function signedIn(email: string): Promise<Browser> {
  const browser = createBrowser(helpdesk.url)
  await browser.open('/sign-in')
  const page = await browser.submit('/sign-in', { email, password: seedPassword })
  expect(page.path).toBe('/tickets')
  return browser
}

async function openTicket(browser: Browser, subject: string, body: string): Promise<string> {
  await browser.open('/tickets/new')
  const page = await browser.submit('/tickets', { subject, body, priority: 'high' })
  expect(page.path).toMatch(/^\/tickets\/\d+$/)
  return page.path
}

describe('signing in', () => {
  it('says the same for a wrong password and for an unknown address', async () => {
    const browser = createBrowser(helpdesk.url)
    await browser.open('/sign-in')
    const wrong = await browser.submit('/sign-in', { email: harbourAgent, password: 'wrong' })
    const unknown = await browser.submit('/sign-in', { email: 'nobody@mail.example', password: 'wrong' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(unknown.html.replace('nobody@mail.example', harbourAgent)).toBe(wrong.html)
  })

  it('makes an address wait after ten failures, even with the right password', async () => {
    const browser = createBrowser(helpdesk.url)
    await browser.open('/sign-in')
    const attempt = (password: string) =>
      browser.submit('/sign-in', { email: 'jean.baptiste.corvisart@mail.example', password })
    for (let count = 0; count < 10; count += 1) expect((await attempt('wrong')).status).toBe(401)
    expect((await attempt(seedPassword)).status).toBe(429)
  })

  it('gives a new cookie at sign-in that scripts cannot read, and ends the session at sign-out', async () => {
    const before = await fetch(`${helpdesk.url}/sign-in`)
    const planted = before.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const token = (await before.text()).match(/name="form_token" value="([^"]+)"/)?.[1] ?? ''
    const body = new URLSearchParams({ form_token: token, email: harbourAgent, password: seedPassword })
    const request = { method: 'POST', body, headers: { cookie: planted }, redirect: 'manual' } as const
    const after = await fetch(`${helpdesk.url}/sign-in`, request)
    const given = after.headers.getSetCookie()[0] ?? ''
    expect(given).toMatch(/HttpOnly; SameSite=Lax/)

    const asks = (cookie: string) => fetch(`${helpdesk.url}/tickets`, { headers: { cookie }, redirect: 'manual' })
    const cookie = given.split(';')[0] ?? ''
    const page = await asks(cookie)
    expect([page.status, (await asks(planted)).status]).toEqual([200, 303])

    const form = (await page.text()).match(/name="form_token" value="([^"]+)"/)?.[1] ?? ''
    const out = new URLSearchParams({ form_token: form })
    await fetch(`${helpdesk.url}/sign-out`, { method: 'POST', body: out, headers: { cookie }, redirect: 'manual' })
    expect((await asks(cookie)).status).toBe(303)
  })

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example'])('does not lead to %s', async (to) => {
    const browser = createBrowser(helpdesk.url)
    await browser.open('/sign-in')
    const page = await browser.submit('/sign-in', { email: harbourAgent, password: seedPassword, to })
    expect(page.path).toBe('/tickets')
  })

  it('comes back to the page that was asked for', async () => {
    const browser = createBrowser(helpdesk.url)
    const form = await browser.open('/articles/how-refunds-work')
    const to = form.html.match(/name="to" value="([^"]+)"/)?.[1] ?? ''
    const page = await browser.submit('/sign-in', { email: harbourAgent, password: seedPassword, to })
    expect(page.path).toBe('/articles/how-refunds-work')
  })
})

describe('a ticket', () => {
  it('goes from the customer to an agent and back, until it is solved', async () => {
    const customer = await signedIn(harbourCustomer)
    const agent = await signedIn(harbourAgent)
    const path = await openTicket(customer, 'Brake squeals', 'Since the service the front brake squeals.')

    await agent.open(path)
    await agent.submit(`${path}/messages`, { body: 'Ask the workshop first.', internal: 'on' })
    await agent.submit(`${path}/messages`, { body: 'Please bring it in.' })
    const answered = await customer.open(path)
    expect(answered.html).toContain('Please bring it in.')
    expect(answered.html).toContain('pending')
    expect(answered.html).not.toContain('Ask the workshop first.')

    await customer.submit(`${path}/messages`, { body: 'I will come at noon.', internal: 'on' })
    const properties = { status: 'solved', priority: 'low', assignee: '1', tags: 'Brakes, brakes, service' }
    const solved = await agent.open(path).then(() => agent.submit(`${path}/properties`, properties))
    expect(solved.html).toContain('I will come at noon.')
    expect(solved.html).toContain('value="brakes, service"')
    expect((await customer.open('/tickets?status=solved&tag=brakes')).links(path)).toEqual([path])
  })

  it('is shown again with what was typed when something is missing', async () => {
    const customer = await signedIn(harbourCustomer)
    await customer.open('/tickets/new')
    const page = await customer.submit('/tickets', { subject: ' ', body: 'Typed with care', priority: 'high' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('Please enter a subject.')
    expect(page.html).toContain('Typed with care')
  })

  it('shows text as text, whatever it looks like', async () => {
    const customer = await signedIn(harbourCustomer)
    const attack = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`
    const path = await openTicket(customer, attack, attack)
    const agent = await signedIn(harbourAgent)
    const tags = { status: 'open', priority: 'low', assignee: '', tags: attack }
    const shown = await agent.open(path).then(() => agent.submit(`${path}/properties`, tags))
    const pages = [
      shown,
      await agent.open('/tickets'),
      await agent.open(`/search?${new URLSearchParams({ words: attack })}`),
    ]
    for (const { status, html } of pages) {
      expect(status).toBe(200)
      expect(html).not.toMatch(/<script|<img/)
      expect(html).toContain('&lt;script')
    }
    const { headers } = await fetch(`${helpdesk.url}/sign-in`)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
