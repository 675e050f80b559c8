import type { Flow } from '../../policy/policy.ts'
import type { Release, WithholdReason } from '../guard.ts'
import type { BoundKeys } from './bound-attributes.ts'
import type { Verdict } from './decide.ts'
import type { Stamp } from './stamp.ts'
import type { Verdicts } from './verdicts.ts'

/** Attributes that stay behind while the rest of their record leaves. */
export interface WithheldKeys {
  readonly keys: ReadonlySet<string>
  readonly reason: WithholdReason
}

export interface Judged {
  readonly verdict: Verdict
  readonly withheld: readonly WithheldKeys[]
  /** What the verdict rests on, where somebody may take it back. */
  readonly release: Release | undefined
}

export interface Releases {
  judge(flow: Flow, stamp: Stamp | undefined, capturedAt: number, bound: readonly BoundKeys[], last: boolean): Judged
  /** Would the same copy be made now? A copy cannot be made smaller, so with less allowed all of it stays. */
  recheck(release: Release, last: boolean): 'deliver' | 'wait' | WithholdReason
}

interface Parts {
  readonly flow: Flow
  readonly stamp: Stamp | undefined
  readonly capturedAt: number
  readonly verdict: Extract<Verdict, { kind: 'deliver' }>
  /** Attributes of one person each that are in the copy. */
  readonly bound: readonly BoundKeys[]
}

/** Everything that a delivered copy rests on. Whom it is about is in clear here, so no serialiser or logger may see it. */
class Grounds implements Release {
  readonly flow: string
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.flow = parts.flow.name
    this.#parts = parts
  }

  static parts(release: Release): Parts {
    return (release as Grounds).#parts
  }
}

const none: readonly never[] = []

export function createReleases(verdicts: Verdicts): Releases {
  // nearly all records go through such flows: made once
  const settled = new Map<Flow, Judged | undefined>()
  const settledOf = (flow: Flow): Judged | undefined => {
    const verdict = verdicts.settled(flow)
    const judged = verdict && { verdict, withheld: none, release: undefined }
    settled.set(flow, judged)
    return judged
  }

  return {
    judge(flow, stamp, capturedAt, bound, last) {
      const always = settled.has(flow) ? settled.get(flow) : settledOf(flow)
      if (always !== undefined) return always
      const verdict = verdicts.of(flow, stamp, capturedAt, last)
      if (verdict.kind !== 'deliver') return { verdict, withheld: none, release: undefined }
      if (bound.length === 0)
        return { verdict, withheld: none, release: new Grounds({ flow, stamp, capturedAt, verdict, bound }) }

      const withheld: WithheldKeys[] = []
      const kept: BoundKeys[] = []
      for (const keys of bound) {
        const own = verdicts.ofBound(flow, keys, last)
        if (own.kind === 'wait') return { verdict: own, withheld: none, release: undefined }
        if (own.kind === 'withhold') withheld.push({ keys: keys.keys, reason: own.reason })
        else if (covers(own.purposes, verdict.purposes)) kept.push(keys)
        else withheld.push({ keys: keys.keys, reason: 'no_grant' })
      }
      return { verdict, withheld, release: new Grounds({ flow, stamp, capturedAt, verdict, bound: kept }) }
    },
    recheck(release, last) {
      const { flow, stamp, capturedAt, verdict, bound } = Grounds.parts(release)
      const now = verdicts.of(flow, stamp, capturedAt, last)
      let still = compare(verdict, now)
      for (const keys of bound) {
        if (still === 'deliver') still = compare({ ...verdict, form: flow.form }, verdicts.ofBound(flow, keys, last))
      }
      // it was granted when the copy was made
      return still === 'denied' ? 'withdrawn' : still
    },
  }
}

function compare(before: Extract<Verdict, { kind: 'deliver' }>, now: Verdict): 'deliver' | 'wait' | WithholdReason {
  if (now.kind === 'wait') return 'wait'
  if (now.kind === 'withhold') return now.reason
  return now.form === before.form && covers(now.purposes, before.purposes) ? 'deliver' : 'withdrawn'
}

function covers(allowed: readonly string[], needed: readonly string[]): boolean {
  return needed.every((purpose) => allowed.includes(purpose))
}
