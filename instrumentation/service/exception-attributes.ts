import { type Attributes, type Context, context } from '@opentelemetry/api'
import { mayCarry } from '../../processors/capture-port.ts'
import { errorType } from './error-type.ts'

/**
 * What tells of something thrown: its type and where it came from; its message only where content may be carried. It may
 * be anything, and may throw when it is read.
 *
 * @see semantic conventions for exceptions
 */
export function exceptionAttributes(thrown: unknown, active: Context = context.active()): Attributes {
  const attributes: Attributes = { 'exception.type': errorType(thrown) }
  const readable = mayCarry('content', active)
  if (typeof thrown === 'string' && readable) attributes['exception.message'] = thrown
  if (!(thrown instanceof Error)) return attributes
  const { message, stack } = thrown
  if (readable && typeof message === 'string') attributes['exception.message'] = message
  if (typeof stack === 'string') attributes['exception.stacktrace'] = readable ? stack : frames(stack, message)
  return attributes
}

/** A stack begins with the message, which may have lines that look like frames. */
function frames(stack: string, message: unknown): string {
  const at = typeof message === 'string' ? stack.indexOf(message) : -1
  const rest = at < 0 ? stack : stack.slice(at + String(message).length)
  const first = rest.indexOf('\n    at ')
  return first < 0 ? '' : rest.slice(first + 1)
}
