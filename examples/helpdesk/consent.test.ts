import { setTimeout as pause } from 'node:timers/promises'
import type { JSONWebKeySet } from 'jose'
import { verifyReceipt } from 'privity/consent/receipts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPassword } from './data/seed-people.ts'
import { type Browser, createBrowser } from './demo/browser.ts'
import { type DemoDatabase, startDatabase } from './demo/database.ts'
import { type HelpdeskProcess, startHelpdesk } from './demo/helpdesk-process.ts'
import { type Inbox, startInbox } from './demo/inbox.ts'
import { answersOn } from './demo/person-steps.ts'
import { copyPolicy, type PolicyCopy } from './demo/policy-copy.ts'

let inbox: Inbox
let policy: PolicyCopy
let database: DemoDatabase
let helpdesk: HelpdeskProcess

beforeAll(async () => {
  inbox = await startInbox(true)
  policy = copyPolicy(inbox.url)
  database = await startDatabase('')
  helpdesk = await startHelpdesk({
    database,
    port: 0,
    policyFile: policy.file,
    env: { OTEL_BSP_SCHEDULE_DELAY: '200', OTEL_BLRP_SCHEDULE_DELAY: '200' },
  })
})

afterAll(async () => {
  await helpdesk?.stop()
  await database?.stop()
  policy?.remove()
  await inbox?.stop()
})

async function signedIn(email: string, headers: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const browser = createBrowser(helpdesk.url, () => {}, headers)
  await browser.open('/sign-in')
  expect((await browser.submit('/sign-in', { email, password: seedPassword })).path).toBe('/tickets')
  return browser
}

async function say(browser: Browser, answers: Readonly<Record<string, string>>) {
  await browser.open('/privacy')
  return browser.submit('/privacy', answers)
}

/** Routes of the requests that a flow has received since the last call. */
function routesIn(flow: string): string[] {
  const received = inbox.take().filter((one) => one.flow === flow)
  return received.map(({ record }) => String(record.attributes['http.route'] ?? '')).filter((route) => route !== '')
}

describe('a person', () => {
  it('says yes and no, sees it, and leaves open what they do not answer', async () => {
    const browser = await signedIn('duncan.farquharson@inbox.example')
    expect(answersOn((await browser.open('/privacy')).html)).toEqual({})
    expect(browser.page.html).toContain('Nothing yet.')
    const page = await say(browser, { personalization: 'granted', product_analytics: 'denied' })
    expect(page.html).toContain('Saved.')
    expect(answersOn(page.html)).toEqual({ personalization: 'granted', product_analytics: 'denied' })
    expect(page.html).toMatch(/Counts until \d/)
    // saving the same once more is no news
    await say(browser, { personalization: 'granted', product_analytics: 'denied' })
    expect(browser.page.html.match(/<td>(Yes|No)<\/td>/g)).toHaveLength(2)
    expect((await say(browser, { personalization: 'perhaps' })).status).toBe(422)
  })

  it('takes a receipt home that everybody can verify, and that names nobody', async () => {
    const browser = await signedIn('yuki.tanizaki@post.example')
    expect((await browser.open('/privacy/receipt')).status).toBe(404)
    await say(browser, { personalization: 'granted' })
    await say(browser, { personalization: 'denied' })
    const { html: receipt } = await browser.open('/privacy/receipt')
    const keys = (await (await fetch(`${helpdesk.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet
    expect(keys.keys[0]).not.toHaveProperty('d')
    const verified = await verifyReceipt(receipt, keys)
    const text = JSON.stringify(verified)
    expect(verified.valid).toBe(true)
    expect(text).toContain('dpv:ConsentGiven')
    expect(text).toContain('dpv:ConsentWithdrawn')
    expect(text).toContain('Suggestions that fit your work')
    expect(text).toContain(`${helpdesk.url}/privacy`)
    expect(text).not.toMatch(/yuki|tanizaki/i)
    expect(await verifyReceipt(`${receipt.slice(0, -2)}AA`, keys)).toMatchObject({ valid: false })
  })

  it('has said no with a browser that sends Global Privacy Control, on whatever page', async () => {
    const email = 'emeka.nwachukwu@fjord-energy.example'
    await signedIn(email, { 'sec-gpc': '1' })
    const page = await (await signedIn(email)).open('/privacy')
    expect(answersOn(page.html)).toEqual({ cross_company_insights: 'denied' })
    expect(page.html).toContain('No, by your browser')
    const signalling = await signedIn(email, { 'sec-gpc': '1' })
    expect((await say(signalling, { cross_company_insights: 'granted' })).status).toBe(409)
    expect(signalling.page.html).toContain('Your browser says no')
    // who has turned it off may change their mind
    expect((await say(await signedIn(email), { cross_company_insights: 'granted' })).status).toBe(200)
  })

  it('can say it in an app, too, for themselves only', async () => {
    const browser = await signedIn('lucrezia.bentivoglio@inbox.example')
    const { token } = JSON.parse((await browser.open('/privacy/token')).html) as { token: string }
    const call = (path: string, init: RequestInit = {}) =>
      fetch(`${helpdesk.url}/consent/v1/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
    const changes = [{ purpose: 'resource_generation', grant: 'denied' }]
    const changed = await call('me/consent', { method: 'PUT', body: JSON.stringify({ changes }) })
    expect(changed.status).toBe(200)
    expect(answersOn((await browser.open('/privacy')).html)).toMatchObject({ resource_generation: 'denied' })
    expect((await call('subjects/1/consent')).status).toBe(403)
    const nobody = createBrowser(helpdesk.url)
    expect((await nobody.open('/privacy/token')).path).toMatch(/^\/sign-in/)
  })
})

describe('what people said', () => {
  it('decides what the flows receive: a yes opens, and nothing comes after a no', async () => {
    const browser = await signedIn('annelise.thorvaldsen@mail.example')
    await say(browser, { personalization: 'granted' })
    inbox.take()
    await expect
      .poll(async () => (await browser.open('/articles')) && routesIn('company_context'), { timeout: 20_000 })
      .toContain('/articles')

    await say(browser, { personalization: 'denied' })
    await pause(1_000)
    inbox.take()
    const arrived: string[] = []
    for (let turn = 0; turn < 20; turn += 1) {
      await browser.open('/search?words=refund')
      const received = inbox.take()
      arrived.push(...received.filter(({ record }) => record.kind === 'span').map(({ flow }) => flow))
      await pause(100)
    }
    expect(arrived).toContain('operations')
    expect(arrived).not.toContain('company_context')
  })

  it('needs the customer as well as the agent where a ticket is about both', async () => {
    const customer = await signedIn('greta.sommerfeld@post.example')
    const agent = await signedIn('maya.lindqvist@harbour-cycles.example')
    await say(agent, { personalization: 'granted' })
    await say(customer, { personalization: 'denied' })
    const [ticket = ''] = (await customer.open('/tickets')).links('/tickets/').filter((path) => path !== '/tickets/new')
    await pause(1_000)
    inbox.take()
    const routes: string[] = []
    for (let turn = 0; turn < 10; turn += 1) {
      await agent.open(ticket)
      await agent.open('/articles')
      routes.push(...routesIn('company_context'))
      await pause(200)
    }
    expect(routes).toContain('/articles')
    expect(routes).not.toContain('/tickets/:number')
  })

  it('is asked for without leaving a trace in the request that needed it', async () => {
    const browser = await signedIn('philippa.ravenscroft@mail.example')
    const spansOf = async () => {
      await pause(1_000)
      inbox.take()
      await browser.open('/articles')
      await pause(1_000)
      return inbox.take().filter(({ flow, record }) => flow === 'operations' && record.kind === 'span').length
    }
    // what is known of a person is older than five seconds, and has to be asked for again
    await pause(5_000)
    const asking = await spansOf()
    expect(asking).toBeGreaterThan(2)
    expect(asking).toBe(await spansOf())
  })
})
