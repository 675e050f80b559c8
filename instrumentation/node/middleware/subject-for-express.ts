import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestSubjects, type Identify } from './request-subject.ts'

/**
 * Express middleware that says whom each request is about.
 *
 * @param identify reads the user from the request; a throw, or no answer, leaves the subject unknown
 * @example
 * app.use(subjectForExpress((request: Request) => request.user && { subject: request.user.id, tenant: request.user.company }))
 */
export function subjectForExpress<Request extends IncomingMessage>(
  identify: Identify<[Request]>,
): (request: Request, response: ServerResponse, next: () => void) => void {
  const open = createRequestSubjects(identify)
  // named, for traces show the names of middleware
  return function privitySubject(request, response, next) {
    const subject = open([request])
    subject.closeWith(response)
    subject.ask()
    subject.run(next)
  }
}
