import type { ServerResponse } from 'node:http'
import { createRequestSubjects, type Identify } from './request-subject.ts'

/** What is needed of Koa's context. */
export interface KoaContext {
  readonly res: ServerResponse
}

/**
 * Koa middleware that says whom each request is about.
 *
 * @param identify reads the user from Koa's context; a throw, or no answer, leaves the subject unknown
 * @example
 * app.use(subjectForKoa((ctx) => ctx.state.user && { subject: ctx.state.user.id, tenant: ctx.state.user.company }))
 */
export function subjectForKoa<Ctx extends KoaContext>(
  identify: Identify<[Ctx]>,
): (ctx: Ctx, next: () => Promise<unknown>) => Promise<unknown> {
  const open = createRequestSubjects(identify)
  return (ctx, next) => {
    const subject = open([ctx])
    subject.closeWith(ctx.res)
    subject.ask()
    return subject.run(next)
  }
}
