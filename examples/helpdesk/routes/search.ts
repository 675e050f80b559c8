import { Router } from 'express'
import { observed } from 'privity/node'
import type { Database } from '../data/database.ts'
import { searchArticles, searchTickets } from '../data/search.ts'
import { sendPage } from '../web/page.ts'
import { personOf } from '../web/visit.ts'

// the words are content: only a flow that may take it gets them, and never with what points to a person
const findTickets = observed(searchTickets, { capture: { arguments: ['', '', 'words'] } })

export function searchRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/', async (request, response) => {
    const viewer = personOf(response)
    const words = typeof request.query.words === 'string' ? request.query.words.trim().slice(0, 200) : ''
    const tickets = words === '' ? [] : await findTickets(db, viewer, words)
    const articles = words === '' ? [] : await searchArticles(db, viewer, words)
    sendPage(response, 'search', { title: 'Search', words, tickets, articles })
  })

  return routes
}
