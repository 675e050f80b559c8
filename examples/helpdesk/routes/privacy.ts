import { type Request, type Response, Router } from 'express'
import type { Ledger } from 'privity/consent/ledger'
import { z } from 'zod'
import { type Answers, answer, signalledBy } from '../consent.ts'
import { consentPurposes, subjectOf } from '../privacy.ts'
import type { Receipts } from '../receipts.ts'
import { parseForm } from '../web/form.ts'
import { sendPage } from '../web/page.ts'
import { problem } from '../web/problem.ts'
import { personOf } from '../web/visit.ts'

// a question that nobody answered is not answered by saving the page
const choice = z.enum(['granted', 'denied'], 'Please choose one of the answers.').optional()
const answersForm = z.object(Object.fromEntries(consentPurposes.map(({ name }) => [name, choice])))

const words = {
  given: 'Yes',
  reaffirmed: 'Yes, again',
  refused: 'No',
  withdrawn: 'No longer',
  expired: 'The yes has ended',
  invalidated: 'The yes has ended, because the question has changed',
  child_declared: 'Under age',
  child_cleared: 'Of age',
} as const

export function privacyRoutes(ledger: Ledger, receipts: Receipts): Router {
  const routes = Router()

  routes.get('/', async (request, response) => {
    await showSettings(response, 200, { saved: request.query.saved === 'yes', errors: {} })
  })

  routes.post('/', async (request, response) => {
    const form = parseForm(answersForm, request.body)
    if ('errors' in form) return showSettings(response, 422, { saved: false, errors: form.errors })
    const answers = Object.fromEntries(Object.entries(form.data).filter(([, said]) => said !== undefined)) as Answers
    const contrary = signalledBy(response).filter((purpose) => answers[purpose] === 'granted')
    if (contrary.length > 0) {
      const message = 'Your browser says no with Global Privacy Control. Turn it off there first.'
      const errors = Object.fromEntries(contrary.map((purpose) => [purpose, message]))
      return showSettings(response, 409, { saved: false, errors })
    }
    await answer(ledger, personOf(response), answers)
    response.redirect(303, '/privacy?saved=yes')
  })

  routes.get('/receipt', async (request, response) => {
    const receipt = await receipts.of(personOf(response), settingsUrl(request))
    if (receipt === undefined) throw problem(404, 'You have not said anything yet, so there is no receipt.')
    response.attachment('consent-receipt.jws').type('application/jose').send(receipt)
  })

  async function showSettings(
    response: Response,
    status: number,
    outcome: { saved: boolean; errors: Readonly<Record<string, string>> },
  ): Promise<void> {
    const subject = subjectOf(personOf(response))
    const said = (await ledger.read(subject)).purposes.filter(({ recipient }) => recipient === undefined)
    const signalled = signalledBy(response)
    const purposes = consentPurposes.map((purpose) => {
      const answered = said.find(({ purpose: name }) => name === purpose.name)
      return { ...purpose, answered, signalled: signalled.includes(purpose.name) }
    })
    const titles = new Map(consentPurposes.map(({ name, title }) => [name, title]))
    const history = (await ledger.history(subject, { limit: 1_000 })).toReversed().map((entry) => ({
      at: new Date(entry.at),
      said: words[entry.event],
      purpose: titles.get(entry.purpose) ?? entry.purpose,
      bySignal: entry.method === 'signal',
    }))
    sendPage(response, 'privacy', { title: 'Privacy', purposes, signalled, history, ...outcome }, status)
  }

  return routes
}

function settingsUrl(request: Request): string {
  return `${request.protocol}://${request.headers.host ?? 'localhost'}/privacy`
}
