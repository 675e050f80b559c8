import type { Context } from 'hono'

/**
 * What went wrong, as `application/problem+json` with the fields that all errors of Privity have. It never quotes what
 * the caller sent: answers end in logs, and a value may be somebody's id.
 *
 * @see RFC 9457
 */
export interface Problem {
  readonly status: ProblemStatus
  readonly code: string
  readonly title: string
  readonly expected: string
  readonly received: string
  /** What to do about it. */
  readonly hint: string
  /** Where in the request: `changes[0].purpose`. Empty for the request as a whole. */
  readonly path?: string
  readonly retryAfterSeconds?: number
}

type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503

/** Thrown inside of the application, where an answer other than the planned one is due. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

export function answerProblem(c: Context, problem: Problem): Response {
  const { status, code, title, expected, received, hint, path = '', retryAfterSeconds } = problem
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds)
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  return c.body(
    JSON.stringify({ type: 'about:blank', title, status, code, path, expected, received, hint }),
    status,
    headers,
  )
}

// One text for each of these, whatever the reason: who probes learns nothing from the difference.

export const unauthorized: Problem = {
  status: 401,
  code: 'unauthorized',
  title: 'Unauthorized',
  expected: 'a valid token of a known issuer in `Authorization`, unused where something changes',
  received: 'none that is valid',
  hint: 'Ask the application that you are signed in to for a new token.',
}

export const forbidden: Problem = {
  status: 403,
  code: 'forbidden',
  title: 'Forbidden',
  expected: 'a caller who may do this, from where they may do it',
  received: 'a caller or a request without that right',
  hint: 'Each route names the scope that it needs in /v1/openapi.json; requests with the cookie come from the own origin.',
}

export const notFound: Problem = {
  status: 404,
  code: 'not_found',
  title: 'Not found',
  expected: 'a route of /v1/openapi.json, and something of yours behind it',
  received: 'another one, or nothing of yours',
  hint: 'Look at /v1/openapi.json.',
}

/** The ledger or a store does not answer: nothing is said about whether something was written. */
export const unavailable: Problem = {
  status: 503,
  code: 'unavailable',
  title: 'Service unavailable',
  expected: 'a ledger that answers',
  received: 'none for the moment',
  hint: 'Send the same request again later, with a new token and the same `Idempotency-Key`.',
  retryAfterSeconds: 5,
}

export const malformed: Problem = {
  status: 400,
  code: 'malformed',
  title: 'Bad request',
  expected: 'a body of JSON',
  received: 'something else',
  hint: 'Send one JSON object in UTF-8.',
}

export const unsupportedMediaType: Problem = {
  status: 415,
  code: 'unsupported_media_type',
  title: 'Unsupported media type',
  expected: '`Content-Type: application/json`',
  received: 'another one, or none',
  hint: 'Send JSON and say so.',
}

export const tooManyStreams: Problem = {
  status: 429,
  code: 'too_many_streams',
  title: 'Too many streams',
  expected: 'fewer streams at once',
  received: 'more than the limit',
  hint: 'Close those that nobody reads.',
  retryAfterSeconds: 30,
}
