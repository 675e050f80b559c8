import { whenSettled } from '../../service/when-settled.ts'
import { createRequestSubjects, type Identify } from './request-subject.ts'

/**
 * Says whom each call of a Next.js route handler or server action is about.
 *
 * @param identify gets what the handler gets: for a route handler the request, for a server action its arguments. It
 *   reads the user from there, from `cookies()` or from the authentication library. A throw, or no answer, leaves the
 *   subject unknown
 * @returns a function that wraps a handler; the wrapped one takes, returns and throws the same
 * @example
 * const withSubject = subjectForNext(async () => {
 *   const user = await currentUser()
 *   return user && { subject: user.id, tenant: user.company }
 * })
 * export const GET = withSubject(async (request: Request) => Response.json(await tickets(request)))
 */
export function subjectForNext<Arguments extends readonly unknown[]>(
  identify: Identify<Arguments>,
): <Parameters extends readonly [...Arguments, ...unknown[]], Result>(
  handler: (...request: Parameters) => Result,
) => (...request: Parameters) => Result {
  const open = createRequestSubjects(identify)
  return (handler) =>
    (...request) => {
      // the callback may take less of it than the handler
      const subject = open(request as readonly unknown[] as Arguments)
      subject.ask()
      try {
        const result = subject.run(() => handler(...request))
        return whenSettled(result, subject.close, subject.close)
      } catch (error) {
        subject.close()
        throw error
      }
    }
}
