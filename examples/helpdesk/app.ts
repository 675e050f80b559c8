import { fileURLToPath } from 'node:url'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Ledger } from 'privity/consent/ledger'
import { heedGpc } from './consent.ts'
import type { Database } from './data/database.ts'
import { bindVisitor } from './privacy.ts'
import type { Receipts } from './receipts.ts'
import { articleRoutes } from './routes/articles.ts'
import type { ConsentApi } from './routes/consent-api.ts'
import { peopleRoutes } from './routes/people.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { searchRoutes } from './routes/search.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { ticketRoutes } from './routes/tickets.ts'
import { requireCsrfToken } from './web/csrf.ts'
import { log } from './web/log.ts'
import { sendPage } from './web/page.ts'
import { explain, problem } from './web/problem.ts'
import { securityHeaders } from './web/security-headers.ts'
import { loadVisit, requireSignIn } from './web/visit.ts'

export interface AppParts {
  readonly db: Database
  readonly ledger: Ledger
  readonly receipts: Receipts
  readonly consentApi: ConsentApi
}

/** The help desk: all that it serves, in the order in which a request meets it. */
export function createApp({ db, ledger, receipts, consentApi }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')

  app.use('/assets', express.static(fileURLToPath(new URL('./assets', import.meta.url)), { maxAge: '1h' }))
  app.get('/health', async (_request, response) => {
    await db.query('select 1')
    response.json({ status: 'ok' })
  })

  app.get('/.well-known/jwks.json', (_request, response) => response.json(receipts.publicKeys))
  // has its own headers and its own way to know who asks, and reads bodies itself
  app.use('/consent', consentApi.api)

  app.use(securityHeaders)
  app.use(loadVisit(db))
  app.use(bindVisitor)
  app.use(heedGpc(ledger))
  app.use(express.urlencoded({ extended: false, limit: '128kb' }))
  app.use(requireCsrfToken)

  app.use(signInRoutes(db))
  app.use(requireSignIn)
  app.get('/', (_request, response) => response.redirect(303, '/tickets'))
  app.use('/tickets', ticketRoutes(db))
  app.use('/search', searchRoutes(db))
  app.use('/articles', articleRoutes(db))
  app.use('/people', peopleRoutes(db))
  app.use('/privacy/token', consentApi.tokens)
  app.use('/privacy', privacyRoutes(ledger, receipts))
  app.use(() => {
    throw problem(404, 'There is no page at this address.')
  })
  app.use(sendProblem)
  return app
}

/** The last resort of every request. Four parameters, as Express tells error handlers from others by their number. */
function sendProblem(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error)
    return
  }
  const { status, title, message } = explain(error)
  if (status >= 500) log.error({ err: error }, 'request failed')
  sendPage(response, 'problem', { title, message }, status)
}
