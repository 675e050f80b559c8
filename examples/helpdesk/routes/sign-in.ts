import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Database } from '../data/database.ts'
import { passwordMatches } from '../data/passwords.ts'
import { findAccount } from '../data/people.ts'
import { closeSession, openSession } from '../data/sessions.ts'
import { attemptLimit } from '../web/attempt-limit.ts'
import { parseForm, requiredText, typedValues } from '../web/form.ts'
import { log } from '../web/log.ts'
import { sendPage } from '../web/page.ts'
import { startVisit, visitOf } from '../web/visit.ts'

const signInForm = z.object({
  email: requiredText('your e-mail address', 254),
  password: requiredText('your password', 200),
  to: z.string().default('/'),
})

export function signInRoutes(db: Database): Router {
  const routes = Router()
  const attempts = attemptLimit()

  routes.get('/sign-in', (request, response) => {
    if (visitOf(response).session) response.redirect(303, '/')
    else showForm(response, 200, {}, { to: String(request.query.to ?? '/') })
  })

  routes.post('/sign-in', async (request, response) => {
    const form = parseForm(signInForm, request.body)
    if ('errors' in form) return showForm(response, 422, form.errors, typedValues(request.body))
    const { email, password, to } = form.data
    const name = email.toLowerCase()
    if (attempts.isReached(name)) {
      const errors = { form: 'Too many attempts. Please wait a quarter of an hour.' }
      return showForm(response, 429, errors, { email, to })
    }
    const account = await findAccount(db, email)
    const matches = await passwordMatches(password, account?.passwordHash)
    if (account === undefined || !matches) {
      attempts.failed(name)
      // such a line is in many a product; that the address stays inside is Privity's work
      log.warn({ user: { email } }, `sign-in failed for ${email}`)
      return showForm(response, 401, { form: 'This address and password do not match.' }, { email, to })
    }
    attempts.succeeded(name)
    const { token } = startVisit(request, response)
    response.locals.visit = { token, session: await openSession(db, account, token) }
    log.info({ user: { id: account.id }, role: account.role }, 'signed in')
    response.redirect(303, ownPath(to, request))
  })

  routes.post('/sign-out', async (request, response) => {
    await closeSession(db, visitOf(response).token)
    startVisit(request, response)
    response.redirect(303, '/sign-in')
  })

  return routes
}

function showForm(
  response: Response,
  status: number,
  errors: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): void {
  sendPage(response, 'sign-in', { title: 'Sign in', errors, values: { email: '', to: '/', ...values } }, status)
}

/** Where to go after signing in: a path of this site, and nothing else that a link may have put there. */
function ownPath(to: string, request: Request): string {
  const site = `http://${request.headers.host ?? 'localhost'}`
  const target = URL.parse(to, site)
  return target?.origin === new URL(site).origin ? `${target.pathname}${target.search}` : '/'
}
