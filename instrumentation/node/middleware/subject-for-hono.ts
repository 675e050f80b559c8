import { createRequestSubjects, type Identify } from './request-subject.ts'

/**
 * Hono middleware that says whom each request is about.
 *
 * @param identify reads the user from Hono's context; a throw, or no answer, leaves the subject unknown
 * @example
 * app.use(subjectForHono((c: Context) => c.get('user') && { subject: c.get('user').id, tenant: c.get('user').company }))
 */
export function subjectForHono<Context extends { readonly req: { readonly raw: Request } }>(
  identify: Identify<[Context]>,
): (c: Context, next: () => Promise<void>) => Promise<void> {
  const open = createRequestSubjects(identify)
  return async (c, next) => {
    const subject = open([c])
    subject.ask()
    try {
      await subject.run(next)
    } finally {
      subject.close()
    }
  }
}
