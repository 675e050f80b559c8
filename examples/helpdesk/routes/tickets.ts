import { type Response, Router } from 'express'
import { z } from 'zod'
import type { Database } from '../data/database.ts'
import { addMessage, listMessages } from '../data/messages.ts'
import { listPeople } from '../data/people.ts'
import {
  findTicket,
  listTickets,
  openTicket,
  priorities,
  setTicketProperties,
  statuses,
  type Ticket,
  ticketsPerPage,
} from '../data/tickets.ts'
import { alsoAbout } from '../privacy.ts'
import { checkbox, parseForm, pathNumber, requiredText, typedValues } from '../web/form.ts'
import { log } from '../web/log.ts'
import { sendPage } from '../web/page.ts'
import { problem } from '../web/problem.ts'
import { personOf, requireAgent } from '../web/visit.ts'

const listQuery = z.object({
  status: z.enum(statuses).optional().catch(undefined),
  tag: z.string().trim().min(1).max(40).optional().catch(undefined),
  mine: checkbox.catch(false),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
const newTicketForm = z.object({
  subject: requiredText('a subject', 200),
  body: requiredText('what happened', 20_000),
  priority: z.enum(priorities, 'Please choose a priority.').default('normal'),
})
const messageForm = z.object({ body: requiredText('a message', 20_000), internal: checkbox })
const propertiesForm = z.object({
  status: z.enum(statuses, 'Please choose a status.'),
  priority: z.enum(priorities, 'Please choose a priority.'),
  assignee: z.string().regex(/^\d{0,9}$/, 'Please choose an agent.'),
  tags: z.string().max(200, 'Please use at most 200 characters.').transform(tagsOf),
})

export function ticketRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/', async (request, response) => {
    const viewer = personOf(response)
    const query = listQuery.parse(request.query)
    const tickets = await listTickets(db, viewer, { ...query, assigneeId: query.mine ? viewer.id : undefined })
    sendPage(response, 'tickets/list', {
      title: viewer.role === 'agent' ? 'Tickets' : 'Your tickets',
      query,
      tickets: tickets.slice(0, ticketsPerPage),
      more: tickets.length > ticketsPerPage,
    })
  })

  routes.get('/new', (_request, response) => showNew(response, 200, {}, {}))

  routes.post('/', async (request, response) => {
    const form = parseForm(newTicketForm, request.body)
    if ('errors' in form) return showNew(response, 422, form.errors, typedValues(request.body))
    const number = await openTicket(db, personOf(response), form.data)
    log.info({ ticket: { number, subject: form.data.subject } }, 'ticket opened')
    response.redirect(303, `/tickets/${number}`)
  })

  routes.get('/:number', async (request, response) => {
    await showTicket(response, await ticketOf(request.params.number, response), 200, {}, {})
  })

  routes.post('/:number/messages', async (request, response) => {
    const person = personOf(response)
    const ticket = await ticketOf(request.params.number, response)
    const form = parseForm(messageForm, request.body)
    if ('errors' in form) return showTicket(response, ticket, 422, form.errors, typedValues(request.body))
    await addMessage(db, person, ticket, { ...form.data, internal: form.data.internal && person.role === 'agent' })
    response.redirect(303, `/tickets/${ticket.number}`)
  })

  routes.post('/:number/properties', requireAgent, async (request, response) => {
    const ticket = await ticketOf(request.params.number, response)
    const form = parseForm(propertiesForm, request.body)
    if ('errors' in form) return showTicket(response, ticket, 422, form.errors, {})
    const { assignee, ...properties } = form.data
    const assigneeId = assignee === '' ? null : Number(assignee)
    const set = await setTicketProperties(db, personOf(response), ticket, { ...properties, assigneeId })
    if (!set) return showTicket(response, ticket, 422, { assignee: 'Please choose an agent.' }, {})
    log.info({ ticket: { number: ticket.number, status: properties.status } }, 'ticket changed')
    response.redirect(303, `/tickets/${ticket.number}`)
  })

  async function ticketOf(number: unknown, response: Response): Promise<Ticket> {
    const asked = pathNumber(number)
    const ticket = asked && (await findTicket(db, personOf(response), asked))
    // the same answer for a ticket of somebody else: whether it exists is theirs to know
    if (!ticket) throw problem(404, 'There is no such ticket, or it is not yours to see.')
    alsoAbout({ tenantId: personOf(response).tenantId, id: ticket.requesterId })
    return ticket
  }

  async function showTicket(
    response: Response,
    ticket: Ticket,
    status: number,
    errors: Readonly<Record<string, string>>,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const viewer = personOf(response)
    const messages = await listMessages(db, viewer, ticket)
    const agents = viewer.role === 'agent' ? await listPeople(db, viewer.tenantId, 'agent') : []
    const title = `#${ticket.number} ${ticket.subject}`
    sendPage(
      response,
      'tickets/show',
      { title, ticket, messages, agents, statuses, priorities, errors, values },
      status,
    )
  }

  return routes
}

function showNew(
  response: Response,
  status: number,
  errors: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): void {
  sendPage(response, 'tickets/new', { title: 'New ticket', priorities, errors, values }, status)
}

function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().toLowerCase())
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, 10)
}
