import { type SeedPerson, seedPassword } from '../data/seed-people.ts'
import { answers, drafts, notes, searches } from '../data/seed-tickets.ts'
import type { Browser } from './browser.ts'
import type { Random } from './random.ts'

/** One thing that a person does in the help desk. */
export type Step = (who: { browser: Browser; person: SeedPerson; random: Random }) => Promise<unknown>

export const signIn: Step = async ({ browser, person, random }) => {
  await browser.open('/sign-in')
  if (random.chance(0.15)) await browser.submit('/sign-in', { email: person.email, password: 'forgotten' })
  await browser.submit('/sign-in', { email: person.email, password: seedPassword })
}

export const signOut: Step = ({ browser }) => browser.submit('/sign-out', {})

const readTicket: Step = async ({ browser, random }) => {
  const list = await browser.open('/tickets')
  const tickets = list.links('/tickets/').filter((href) => href !== '/tickets/new')
  if (tickets.length > 0) await browser.open(random.pick(tickets))
}

const writeTicket: Step = async ({ browser, person, random }) => {
  await browser.open('/tickets/new')
  const { subject, body } = random.pick(drafts)(person)
  await browser.submit('/tickets', { subject, body, priority: random.pick(['low', 'normal', 'high']) })
}

const forgetSubject: Step = async ({ browser, person }) => {
  await browser.open('/tickets/new')
  await browser.submit('/tickets', { subject: '', body: `It is me again, ${person.name}`, priority: 'normal' })
}

const answerTicket: Step = async (who) => {
  await readTicket(who)
  const { browser, person, random } = who
  const body = random.pick(answers)(person)
  if (/^\/tickets\/\d+$/.test(browser.page.path)) await browser.submit(`${browser.page.path}/messages`, { body })
}

const noteTicket: Step = async (who) => {
  await readTicket(who)
  const { browser, person, random } = who
  const body = random.pick(notes)(person)
  if (/^\/tickets\/\d+$/.test(browser.page.path))
    await browser.submit(`${browser.page.path}/messages`, { body, internal: 'on' })
}

const sortTicket: Step = async (who) => {
  await readTicket(who)
  const { browser, random } = who
  if (!/^\/tickets\/\d+$/.test(browser.page.path)) return
  await browser.submit(`${browser.page.path}/properties`, {
    status: random.pick(['open', 'pending', 'solved']),
    priority: random.pick(['low', 'normal', 'high', 'urgent']),
    assignee: '',
    tags: random.pick(['billing', 'access', 'delivery, again', '']),
  })
}

const search: Step = ({ browser, person, random }) =>
  browser.open(`/search?${new URLSearchParams({ words: random.pick(searches)(person) })}`)

const readArticle: Step = async ({ browser, random }) => {
  const articles = (await browser.open('/articles')).links('/articles/').filter((href) => href !== '/articles/new')
  if (articles.length > 0) await browser.open(random.pick(articles))
}

const lookAtPerson: Step = async ({ browser, random }) => {
  const people = (await browser.open('/people')).links('/people/')
  if (people.length > 0) await browser.open(random.pick(people))
}

const addPersonTwice: Step = async ({ browser, person }) => {
  await browser.open('/people')
  await browser.submit('/people', { name: person.name, email: person.email, phone: person.phone })
}

const followBrokenLink: Step = ({ browser, random }) =>
  browser.open(`/tickets/${90_000 + Math.floor(random.next() * 999)}`)

const tryAgentPage: Step = ({ browser }) => browser.open('/people')

/** Changes one answer and keeps the others, as they stand on the page. */
export const changeConsent: Step = async ({ browser, random }) => {
  const { html } = await browser.open('/privacy')
  const choices = [...html.matchAll(/name="(\w+)" value="(?:granted|denied)"( checked)?/g)]
  const purpose = random.pick(choices)?.[1]
  if (purpose === undefined) return
  await browser.submit('/privacy', { ...answersOn(html), [purpose]: random.pick(['granted', 'denied']) })
}

/** The answers that are chosen on the settings page. */
export function answersOn(html: string): Record<string, string> {
  const chosen = html.matchAll(/name="(\w+)" value="(granted|denied)" checked/g)
  return Object.fromEntries([...chosen].map(([, purpose = '', answer = '']) => [purpose, answer]))
}

const downloadReceipt: Step = ({ browser }) => browser.open('/privacy/receipt')

/** What each role does, as often as it stands here. */
export const habits: Readonly<Record<SeedPerson['role'], readonly Step[]>> = {
  customer: [
    ...[readTicket, readTicket, readTicket, writeTicket, writeTicket, answerTicket, answerTicket],
    ...[search, search, readArticle, readArticle, forgetSubject, followBrokenLink, tryAgentPage],
    ...[changeConsent, downloadReceipt],
  ],
  agent: [
    ...[readTicket, readTicket, answerTicket, answerTicket, noteTicket, sortTicket, sortTicket],
    ...[search, search, readArticle, lookAtPerson, lookAtPerson, addPersonTwice, changeConsent],
  ],
}
