import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { honourGpc } from 'privity/consent/api'
import { type ConsentChange, type Ledger, ledgerConsent, openLedger } from 'privity/consent/ledger'
import { provideConsent } from 'privity/node'
import type { Database } from './data/database.ts'
import type { Person } from './data/people.ts'
import { policy, subjectOf } from './privacy.ts'
import { visitOf } from './web/visit.ts'

/** By purpose. A purpose that is not listed was not decided, which is the same as no. */
export type Answers = Readonly<Record<string, 'granted' | 'denied'>>

/**
 * Opens the record of who agreed to what, in the help desk's own database, and lets the guard ask it. Every answer counts at
 * once, in all servers on this database, also for what was captured before and has not left yet.
 *
 * @param key as in `PRIVITY_KEY`: people stand in the ledger under pseudonyms
 */
export async function openConsent(db: Database, key: string): Promise<Ledger> {
  const ledger = await openLedger({ policy, key, database: { postgres: db } })
  const source = ledgerConsent(ledger)
  provideConsent(source)
  return {
    ...ledger,
    async close() {
      source.close()
      await ledger.close()
    },
  }
}

/** Writes down what a person said on the settings page: where it is something new, with the words that they read. */
export async function answer(ledger: Ledger, person: Pick<Person, 'tenantId' | 'id'>, answers: Answers): Promise<void> {
  const subject = subjectOf(person)
  const { grants } = await ledger.state(subject)
  const changes = Object.entries(answers).flatMap(([purpose, said]): ConsentChange[] => {
    if (grants[purpose] === said) return []
    const denial = grants[purpose] === 'granted' ? 'withdrawn' : 'refused'
    const event = said === 'granted' ? 'given' : denial
    return [{ event, purpose, method: 'settings', actor: 'subject', notice: noticeOf(purpose) }]
  })
  await ledger.record(subject, changes)
}

/** Which words: whoever changes them in the policy changes the hash, and what was said to the old ones stays provable. */
function noticeOf(name: string): ConsentChange['notice'] {
  const { title = '', description = '' } = policy.purposes[name] ?? {}
  const textHash = createHash('sha256').update(`${title}\n${description}`).digest('hex')
  return { textHash, language: 'en', layout: 'settings' }
}

/** Middleware, behind `loadVisit`: a browser that sends Global Privacy Control has said no, on every page. */
export function heedGpc(ledger: Ledger): RequestHandler {
  return async function heedSignal(request: Request, response, next) {
    const person = visitOf(response).session?.person
    if (person) response.locals.signalled = await honourGpc(request.headers, subjectOf(person), ledger, policy)
    next()
  }
}

/** The purposes that the browser of this request has said no to. */
export function signalledBy(response: Response): readonly string[] {
  return (response.locals.signalled as readonly string[] | undefined) ?? []
}
