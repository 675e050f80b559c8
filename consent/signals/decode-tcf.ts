import type { TCModel } from '@iabtechlabtcf/core'
import type { Policy } from '../../policy/policy.ts'
import type { ConsentChange } from '../ledger/consent-entry.ts'
import { refuseAll } from './refuse-all.ts'
import type { SignalProblem, SignalResult } from './signal-result.ts'
import { signalText } from './signal-text.ts'
import { type TcSegment, tcSegments } from './tc-segments.ts'
import { tcfAnswer } from './tcf-answer.ts'
import { tcfProblem } from './tcf-problem.ts'

export interface DecodeOptions {
  readonly policy: Policy
  /** Unix milliseconds. @defaultValue `Date.now()` */
  readonly now?: number
}

const day = 86_400_000

/**
 * What a TC string of IAB Europe says about the purposes that `consent.signals.tcf` of the policy maps.
 *
 * A purpose is given if all that it is mapped to is: disclosed, consented to for the purpose and for the vendor (or, for
 * a purpose that rests on legitimate interest, not objected to), and not restricted by the publisher. Everything else is
 * refused. A string that cannot be relied on refuses all that is mapped, and `problems` says why. Never throws; the
 * decoder is loaded with the first string.
 *
 * @param text from a cookie, `__tcfapi` or a request; never trusted
 * @see IAB Tech Lab, Consent string and vendor list formats v2 (TCF 2.3)
 * @example
 * const { changes, problems } = await decodeTcf('not a TC string', { policy: parsePolicy('') })
 */
export async function decodeTcf(text: unknown, { policy, now = Date.now() }: DecodeOptions): Promise<SignalResult> {
  const mapped = Object.keys(policy.consent.signals.tcf.purposes)
  if (mapped.length === 0)
    return {
      changes: [],
      signals: [{ name: 'tcf', processed: false, honoured: [] }],
      problems: [
        {
          code: 'not_mapped',
          path: [],
          expected: 'a policy that says what the TCF means for its purposes',
          received: 'no mapping',
          hint: 'Add `consent.signals.tcf.purposes` to the policy.',
        },
      ],
    }
  const checked = signalText(text, 'a TC string')
  if ('problem' in checked) return refuseAll('tcf', mapped, text, checked.problem)
  const decoded = await decode(checked.text)
  if ('problem' in decoded) return refuseAll('tcf', mapped, text, decoded.problem)

  const { model, segments } = decoded
  // what is dated by the day counts from its start if it grants, and from its end if it denies
  const changedAt = model.lastUpdated.getTime()
  const changedBefore = Math.min(changedAt % day === 0 ? changedAt + day : changedAt, now)
  const problem = tcfProblem(model, segments, policy.consent.signals.tcf, now)
  if (problem !== undefined)
    // dates that contradict each other are none
    return refuseAll('tcf', mapped, text, problem, problem.code === 'malformed' ? undefined : changedBefore)
  const changes = mapped.map((purpose): ConsentChange => {
    const given = tcfAnswer(model, segments, policy, purpose)
    return {
      event: given ? 'given' : 'refused',
      purpose,
      method: 'signal',
      actor: 'subject',
      claimedAt: given ? changedAt : changedBefore,
      evidence: checked.text,
    }
  })
  return { changes, signals: [{ name: 'tcf', processed: true, honoured: mapped }], problems: [] }
}

async function decode(
  text: string,
): Promise<
  { readonly model: TCModel; readonly segments: ReadonlySet<TcSegment> } | { readonly problem: SignalProblem }
> {
  // the first letter is the version, in both versions that there are
  if (text.startsWith('B'))
    return {
      problem: {
        code: 'unsupported_version',
        path: ['core', 'Version'],
        expected: '2',
        received: '1',
        hint: 'TC strings of version 1 are invalid since 2020-09-30; ask the person again.',
      },
    }
  if (!text.startsWith('C')) return { problem: malformed }
  try {
    const segments = tcSegments(text)
    const { TCString } = await import('@iabtechlabtcf/core')
    return { model: TCString.decode(text), segments }
  } catch {
    // its message quotes the string
    return { problem: malformed }
  }
}

const malformed: SignalProblem = {
  code: 'malformed',
  path: [],
  expected: 'a TC string of version 2',
  received: 'a text that cannot be decoded as one',
  hint: 'Hand over the string as the consent manager made it, whole and unchanged.',
}
