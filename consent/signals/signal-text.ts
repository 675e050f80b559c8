import type { SignalProblem } from './signal-result.ts'

/** UTF-16 units of a TC string, a GPP string or a stored value; real ones have some hundred, and rarely 10,000. */
export const mostSignalText = 65_536

/** A signal that is text within bounds, or why it is not. Takes anything, as signals come from outside. */
export function signalText(
  value: unknown,
  what: string,
): { readonly text: string } | { readonly problem: SignalProblem } {
  if (typeof value !== 'string' || value === '')
    return {
      problem: {
        code: 'wrong_type',
        path: [],
        expected: what,
        received: value === '' ? 'an empty text' : value === null ? 'null' : `a value of type ${typeof value}`,
        hint: 'Hand over the signal only where there is one.',
      },
    }
  if (value.length > mostSignalText)
    return {
      problem: {
        code: 'too_long',
        path: [],
        expected: `at most ${mostSignalText} characters`,
        received: `${value.length} characters`,
        hint: 'No consent manager writes strings that long: check what is handed over.',
      },
    }
  return { text: value }
}
