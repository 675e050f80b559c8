import { type Response, Router } from 'express'
import { z } from 'zod'
import { type Database, isUniqueViolation } from '../data/database.ts'
import { addCustomer, findPerson, listPeople } from '../data/people.ts'
import { listTickets, ticketsPerPage } from '../data/tickets.ts'
import { parseForm, pathNumber, requiredText, typedValues } from '../web/form.ts'
import { sendPage } from '../web/page.ts'
import { problem } from '../web/problem.ts'
import { personOf, requireAgent } from '../web/visit.ts'

const customerForm = z.object({
  name: requiredText('a name', 120),
  email: z.email('Please enter an e-mail address.').max(254),
  phone: z.string().trim().max(40, 'Please use at most 40 characters.').default(''),
})

export function peopleRoutes(db: Database): Router {
  const routes = Router()
  routes.use(requireAgent)

  routes.get('/', (_request, response) => showList(response, 200, {}, {}))

  routes.post('/', async (request, response) => {
    const form = parseForm(customerForm, request.body)
    if ('errors' in form) return showList(response, 422, form.errors, typedValues(request.body))
    try {
      response.redirect(303, `/people/${await addCustomer(db, personOf(response).tenantId, form.data)}`)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      await showList(response, 409, { email: 'Somebody has this address already.' }, typedValues(request.body))
    }
  })

  routes.get('/:id', async (request, response) => {
    const viewer = personOf(response)
    const id = pathNumber(request.params.id)
    const subject = id && (await findPerson(db, viewer.tenantId, id))
    if (!subject) throw problem(404, 'There is no such person.')
    const tickets = await listTickets(db, viewer, { requesterId: subject.id, page: 1 })
    sendPage(response, 'people/show', { title: subject.name, subject, tickets: tickets.slice(0, ticketsPerPage) })
  })

  async function showList(
    response: Response,
    status: number,
    errors: Readonly<Record<string, string>>,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { tenantId } = personOf(response)
    const customers = await listPeople(db, tenantId, 'customer')
    const agents = await listPeople(db, tenantId, 'agent')
    sendPage(response, 'people/list', { title: 'People', customers, agents, errors, values }, status)
  }

  return routes
}
