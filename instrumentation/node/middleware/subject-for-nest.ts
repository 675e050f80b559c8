import type { ServerResponse } from 'node:http'
import { createRequestSubjects, type Identify } from './request-subject.ts'

/** What is needed of Nest's `ExecutionContext`. */
export interface NestExecutionContext {
  getType(): string
  switchToHttp(): { getRequest(): unknown; getResponse(): unknown }
}

/** What is needed of Nest's `CallHandler`; `Stream` is an `Observable`. */
export interface NestCallHandler<Stream> {
  handle(): Stream
}

/** A Nest interceptor, for `app.useGlobalInterceptors()` or `@UseInterceptors()`. */
export interface SubjectInterceptor {
  intercept<Stream>(context: NestExecutionContext, next: NestCallHandler<Stream>): Stream
}

/**
 * A NestJS interceptor that says whom each HTTP request is about, on Express and on Fastify. Interceptors run after
 * guards, where users are authenticated. What is not HTTP passes untouched.
 *
 * @param identify reads the user from the request of the platform; a throw, or no answer, leaves the subject unknown
 * @example
 * app.useGlobalInterceptors(subjectForNest((request: Request) => request.user && { subject: request.user.id }))
 */
export function subjectForNest<Request>(identify: Identify<[Request]>): SubjectInterceptor {
  const open = createRequestSubjects(identify)
  return {
    intercept(context, next) {
      if (context.getType() !== 'http') return next.handle()
      const http = context.switchToHttp()
      const subject = open([http.getRequest() as Request])
      subject.closeWith(nodeResponse(http.getResponse()))
      subject.ask()
      return subject.run(() => next.handle())
    },
  }
}

/** Express extends Node's response, Fastify holds it in `raw`. */
function nodeResponse(response: unknown): ServerResponse {
  const { raw } = response as { raw?: ServerResponse }
  return raw ?? (response as ServerResponse)
}
