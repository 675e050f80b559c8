import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import type { Response } from 'express'
import { csrfField, csrfToken } from './csrf.ts'
import { formatDate } from './format-date.ts'
import { visitOf } from './visit.ts'

const eta = new Eta({ views: fileURLToPath(new URL('../views', import.meta.url)), cache: true })

/** What each view gets as `it`, beside its own data. Eta escapes all that is written with `<%= %>`. */
export interface PageData {
  readonly title: string
  readonly [name: string]: unknown
}

/** Sends `views/<view>.eta` as a page. */
export function sendPage(response: Response, view: string, data: PageData, status = 200): void {
  const page = {
    person: visitOf(response).session?.person,
    path: response.req.path,
    words: '',
    csrf: { field: csrfField, token: csrfToken(response) },
    date: formatDate,
    ...data,
  }
  response.status(status).type('html').send(eta.render(view, page))
}
