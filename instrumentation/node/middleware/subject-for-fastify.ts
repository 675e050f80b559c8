import type { ServerResponse } from 'node:http'
import { createRequestSubjects, type Identify, type RequestSubject } from './request-subject.ts'

type Hook<Request> = (request: Request, reply: { readonly raw: ServerResponse }, done: () => void) => void

/** What is needed of a Fastify instance. */
export interface FastifyInstanceLike<Request> {
  addHook(name: 'onRequest' | 'preHandler', hook: Hook<Request>): unknown
}

/**
 * A Fastify plugin that says whom each request is about. It counts for the whole instance that it is registered in.
 *
 * @param identify reads the user from the request; asked before and after the hooks that authenticate. A throw, or no
 *   answer, leaves the subject unknown
 * @example
 * await app.register(subjectForFastify((request: FastifyRequest) => request.user && { subject: request.user.id }))
 */
export function subjectForFastify<Request extends object>(
  identify: Identify<[Request]>,
): (instance: FastifyInstanceLike<Request>, options: object, done: () => void) => void {
  const open = createRequestSubjects(identify)
  const subjects = new WeakMap<Request, RequestSubject>()
  const plugin = (instance: FastifyInstanceLike<Request>, _options: object, done: () => void): void => {
    instance.addHook('onRequest', (request, reply, next) => {
      const subject = open([request])
      subjects.set(request, subject)
      subject.closeWith(reply.raw)
      subject.ask()
      subject.run(next)
    })
    instance.addHook('preHandler', (request, _reply, next) => {
      subjects.get(request)?.ask()
      next()
    })
    done()
  }
  // Fastify's own marks: hooks reach the instance that registers the plugin, under this name
  return Object.assign(plugin, {
    [Symbol.for('skip-override')]: true,
    [Symbol.for('fastify.display-name')]: 'privity-subject',
  })
}
