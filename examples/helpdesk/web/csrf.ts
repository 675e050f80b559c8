import { createHmac, timingSafeEqual } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { problem } from './problem.ts'
import { visitOf } from './visit.ts'

/** The name of the hidden field that every form carries. */
export const csrfField = 'form_token'

/** Derived from the cookie, which other sites can send but not read: so only our own pages know it. */
export function csrfToken(response: Response): string {
  return createHmac('sha256', visitOf(response).token).update('form').digest('base64url')
}

/** Refuses every request that could change something and does not come from one of our forms. */
export function requireCsrfToken(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const given = Buffer.from(String(request.body?.[csrfField] ?? ''))
    const expected = Buffer.from(csrfToken(response))
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw problem(403, 'This form is out of date. Go back, reload the page and try again.')
  }
  next()
}
