import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Database } from '../data/database.ts'
import type { Person } from '../data/people.ts'
import { findSession, newSessionToken, type Session, sessionHours } from '../data/sessions.ts'
import { problem } from './problem.ts'

/** One browser: the token of its cookie, and the session if somebody has signed in with it. */
export interface Visit {
  readonly token: string
  readonly session?: Session
}

const cookieName = 'helpdesk_session'

/** Finds out who is asking: see `visitOf`. A browser without a cookie gets one, as forms need it before anybody has signed in, too. */
export function loadVisit(db: Database): RequestHandler {
  // named: so it has a name in traces, too
  return async function findVisit(request, response, next) {
    const token = readCookie(request.headers.cookie, cookieName)
    response.locals.visit =
      token === undefined ? startVisit(request, response) : { token, session: await findSession(db, token) }
    next()
  }
}

/** Gives the browser a new token. Also at sign-in, so that a token somebody else has planted is worth nothing. */
export function startVisit(request: Request, response: Response): Visit {
  const token = newSessionToken()
  response.cookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secure,
    path: '/',
    maxAge: sessionHours * 3_600_000,
  })
  return { token }
}

export function visitOf(response: Response): Visit {
  return response.locals.visit as Visit
}

/** The signed-in person; only behind `requireSignIn`. */
export function personOf(response: Response): Person {
  const person = visitOf(response).session?.person
  if (person === undefined) throw problem(401, 'Your session has ended. Please sign in again.')
  return person
}

export function requireSignIn(request: Request, response: Response, next: NextFunction): void {
  if (visitOf(response).session !== undefined) next()
  else if (request.method === 'GET') response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`)
  else throw problem(401, 'Your session has ended. Please sign in again.')
}

export function requireAgent(_request: Request, response: Response, next: NextFunction): void {
  if (personOf(response).role !== 'agent') throw problem(403, 'This page is for agents.')
  next()
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.split('=')
    if (key?.trim() === name && value) return value.trim()
  }
  return undefined
}
