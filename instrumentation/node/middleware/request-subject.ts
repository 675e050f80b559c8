import { EventEmitter } from 'node:events'
import { type Context, context, diag } from '@opentelemetry/api'
import type { Subject } from '../../../consent/consent-source.ts'
import {
  bindingOfContext,
  bindSubject,
  runWithSubject,
  type SubjectBinding,
} from '../../../processors/verdict/subject-binding.ts'

/**
 * Reads from a request whom it is about; `undefined` while nobody is known.
 *
 * It is asked when the request passes the middleware and, as long as it knows nobody, once more when the response is
 * done: so it works before and after authentication. It may answer later: the request does not wait for it.
 */
export type Identify<Arguments extends readonly unknown[]> = (
  ...request: Arguments
) => Subject | undefined | Promise<Subject | undefined>

/** The subject of one running request. */
export interface RequestSubject {
  /** Asks, unless the subject is known or an answer is under way. Never throws. */
  ask(): void
  /** Runs the rest of the request, where its records share one binding. */
  run<T>(next: () => T): T
  /** The handlers are done: asks a last time. Never throws. */
  close(): void
  /** Closes with the response, before the server span ends. */
  closeWith(response: EventEmitter): void
}

/**
 * What all middleware has in common.
 *
 * @returns a function that opens the subject of a request
 */
export function createRequestSubjects<Arguments extends readonly unknown[]>(
  identify: Identify<Arguments>,
): (request: Arguments) => RequestSubject {
  const warned = new Set<string>()
  // once each: it would be told for every request
  const warn = (fault: string): void => {
    if (warned.has(fault)) return
    warned.add(fault)
    diag.warn(`privity: identify() ${fault}; such requests go on with an unknown subject`)
  }
  let watching = false
  const watch = (isWaiting: () => boolean): void => {
    // one at a time: a callback that hangs does so for every request
    if (watching || warned.has(hangs)) return
    watching = true
    setTimeout(() => {
      watching = false
      if (isWaiting()) warn(hangs)
    }, patienceMillis).unref()
  }
  return (request) => {
    let scope: Scope | undefined
    try {
      scope = openScope()
    } catch {
      warn('was not asked, as the context of the request could not be opened')
    }
    return scope === undefined ? unobserved : createRequestSubject(() => identify(...request), scope, { warn, watch })
  }
}

/** How long after the response an answer is waited for, before that is called a fault. */
const patienceMillis = 1000
const hangs = 'has not settled a second after the response'

interface Faults {
  warn(fault: string): void
  watch(isWaiting: () => boolean): void
}

interface Scope {
  readonly active: Context
  readonly binding: SubjectBinding
  /** The binding is the middleware's own, and not that of a server span. */
  readonly own: boolean
}

function createRequestSubject(identify: () => unknown, scope: Scope, { warn, watch }: Faults): RequestSubject {
  const { active, binding, own } = scope
  let waiting = false
  let closed = false

  const accept = (answer: unknown): void => {
    if (!answer) return
    const subject = readSubject(answer)
    if (subject === undefined) warn('must give { subject: string, tenant?: string, session?: string } or undefined')
    else context.with(active, bindSubject, undefined, subject)
  }
  const settle = (): void => {
    waiting = false
    if (closed) finish()
  }
  const ask = (): void => {
    if (waiting || binding.subject !== undefined) return
    try {
      const answer = context.with(active, identify)
      if (isThenable(answer)) {
        waiting = true
        Promise.resolve(answer)
          .then(accept)
          .catch(() => warn('rejects'))
          .finally(settle)
      } else accept(answer)
    } catch {
      warn('throws')
    }
  }
  // what was asked before the end may have been asked before authentication
  let askedLast = false
  const finish = (): void => {
    if (!askedLast) {
      askedLast = true
      ask()
    }
    if (waiting) watch(() => waiting)
    else if (own) binding.open = false
  }
  const close = (): void => {
    if (closed) return
    closed = true
    if (waiting) watch(() => waiting)
    else finish()
  }
  return {
    ask,
    run: (next) => (own ? context.with(active, next) : next()),
    close,
    closeWith(response) {
      // prepended: the server span ends in a listener for the same event
      if (response instanceof EventEmitter) response.prependOnceListener('close', close)
    },
  }
}

/** The scope of the server span or, where there is none, a new one. `undefined`: nothing carries a context. */
function openScope(): Scope | undefined {
  const active = context.active()
  const binding = bindingOfContext(active)
  if (binding !== undefined) return { active, binding, own: false }
  return runWithSubject(nobody, () => {
    const opened = context.active()
    const made = bindingOfContext(opened)
    if (made === undefined) return undefined
    made.subject = undefined
    made.open = true
    return { active: opened, binding: made, own: true }
  })
}

const nobody: Subject = { subject: '' }

const unobserved: RequestSubject = { ask() {}, run: (next) => next(), close() {}, closeWith() {} }

function readSubject(answer: object): Subject | undefined {
  const { subject, tenant, session } = answer as Partial<Record<keyof Subject, unknown>>
  if (typeof subject !== 'string' || subject === '') return undefined
  if (!isOptionalText(tenant) || !isOptionalText(session)) return undefined
  return { subject, tenant, session }
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
