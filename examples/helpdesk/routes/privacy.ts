import { type Response, Router } from 'express'
import { z } from 'zod'
import type { Database } from '../data/database.ts'
import { findGrants, type Grants, grants, setGrants } from '../data/grants.ts'
import { consentPurposes, grantsChanged } from '../privacy.ts'
import { parseForm } from '../web/form.ts'
import { sendPage } from '../web/page.ts'
import { personOf } from '../web/visit.ts'

const answer = z.enum(grants, 'Please choose one of the answers.')
const grantsForm = z.object(Object.fromEntries(consentPurposes.map(({ name }) => [name, answer])))

export function privacyRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/', async (request, response) => {
    await showSettings(response, 200, { saved: request.query.saved === 'yes', errors: {} })
  })

  routes.post('/', async (request, response) => {
    const person = personOf(response)
    const form = parseForm(grantsForm, request.body)
    if ('errors' in form) return showSettings(response, 422, { saved: false, errors: form.errors })
    const answers: Grants = form.data
    await setGrants(db, person, answers)
    grantsChanged(person, answers)
    response.redirect(303, '/privacy?saved=yes')
  })

  async function showSettings(
    response: Response,
    status: number,
    outcome: { saved: boolean; errors: Readonly<Record<string, string>> },
  ): Promise<void> {
    const current = await findGrants(db, personOf(response))
    const purposes = consentPurposes.map((purpose) => ({ ...purpose, answer: current[purpose.name] ?? 'unset' }))
    sendPage(response, 'privacy', { title: 'Privacy', purposes, ...outcome }, status)
  }

  return routes
}
