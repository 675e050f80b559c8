import type { z } from 'zod'
import type { ConsentChange } from '../ledger/consent-entry.ts'
import type { SignalName, SignalProblem, SignalResult } from './signal-result.ts'
import { mostSignalText, signalText } from './signal-text.ts'

/** By the other consent manager's name (a category, a service, a type): our purpose or purposes. */
export type ChoiceMapping = Readonly<Record<string, string | readonly string[]>>

/** What a person chose in another consent manager. */
export interface Choices {
  /** `undefined`: the person was not asked. */
  readonly answer: (name: string) => boolean | undefined
  /** By the other clock, in Unix milliseconds. */
  readonly claimedAt?: number
  /** What was read: no more than the choice, as such values hold ids of people, too. */
  readonly evidence: object
}

/**
 * Choices as changes. A purpose that several names map to is given if all of them were accepted, and refused if one was
 * not; if the person was not asked about one of them, nothing changes.
 *
 * What cannot be read changes nothing either: unlike a signal, which is there with every request, it is imported once,
 * and must not undo what the person said here.
 *
 * @param read may throw: it looks at somebody else's objects
 */
export function importChoices(
  name: SignalName,
  mapping: ChoiceMapping,
  read: () => Choices | { readonly problem: SignalProblem },
): SignalResult {
  const choices = orProblem(read)
  if ('problem' in choices) return nothing(name, choices.problem)
  const { claimedAt } = choices
  if (claimedAt !== undefined && !(Number.isSafeInteger(claimedAt) && claimedAt >= 0)) return nothing(name, malformed)
  const evidence = JSON.stringify(choices.evidence)
  if (evidence.length > mostSignalText) return nothing(name, tooLong(evidence.length))

  const answers = new Map<string, (boolean | undefined)[]>()
  for (const [foreign, purposes] of Object.entries(mapping))
    for (const purpose of typeof purposes === 'string' ? [purposes] : purposes)
      answers.set(purpose, [...(answers.get(purpose) ?? []), choices.answer(foreign)])
  const changes = [...answers].flatMap(([purpose, said]): ConsentChange[] => {
    if (!said.includes(false) && said.includes(undefined)) return []
    const event = said.includes(false) ? 'refused' : 'given'
    const change = { event, purpose, method: 'import', actor: 'subject', evidence } as const
    return [claimedAt === undefined ? change : { ...change, claimedAt }]
  })
  return {
    changes,
    signals: [{ name, processed: true, honoured: changes.map(({ purpose }) => purpose) }],
    problems: [],
  }
}

/**
 * What another consent manager stored: the object, or its JSON text as it stands in a cookie or in `localStorage`.
 *
 * @param schema of what is needed of it; everything else is left behind
 * @param parse of a text that is not JSON
 */
export function readStored<Shape>(
  stored: unknown,
  schema: z.ZodType<Shape>,
  parse: (text: string) => unknown = parseJson,
): { readonly value: Shape } | { readonly problem: SignalProblem } {
  let value = stored
  if (typeof stored !== 'object' || stored === null) {
    const checked = signalText(stored, 'what the consent manager stored')
    if ('problem' in checked) return checked
    value = parse(checked.text)
  }
  const result = schema.safeParse(value)
  return result.success ? { value: result.data } : { problem: malformed }
}

/** Cookies are percent-encoded, `localStorage` is not. @throws SyntaxError, URIError */
export function parseJson(text: string): unknown {
  return JSON.parse(/^(?:%7B|%5B|[{[][^"]*%22)/i.test(text) ? decodeURIComponent(text) : text)
}

function orProblem(
  read: () => Choices | { readonly problem: SignalProblem },
): Choices | { readonly problem: SignalProblem } {
  try {
    return read()
  } catch {
    return { problem: malformed }
  }
}

function nothing(name: SignalName, problem: SignalProblem): SignalResult {
  return { changes: [], signals: [{ name, processed: false, honoured: [] }], problems: [problem] }
}

function tooLong(length: number): SignalProblem {
  return {
    code: 'too_long',
    path: [],
    expected: `at most ${mostSignalText} characters`,
    received: `${length} characters`,
    hint: 'No consent manager stores that much: check what is handed over.',
  }
}

const malformed: SignalProblem = {
  code: 'malformed',
  path: [],
  expected: 'what the consent manager stores, as an object or as text',
  received: 'something else',
  hint: 'Hand over the value of its cookie or of its entry in localStorage, unchanged.',
}
