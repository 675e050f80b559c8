import type { ConsentSource } from 'privity/consent'
import { callbackConsent, staticConsent } from 'privity/consent'
import type { Policy } from 'privity/policy'
import type { Guard } from 'privity/processors'
// The parts of the guard are not public: an application cannot put a broken one in, and only a test wants to.
import { createClassifier } from '../../dist/processors/classification/classify.js'
import { createGuardFrom } from '../../dist/processors/create-guard.js'
import { createEntityRedactor } from '../../dist/processors/redaction/entity-action.js'
import { createPseudonyms } from '../../dist/processors/redaction/pseudonyms.js'
import type { GuardParts } from '../../dist/processors/transform/flow-transform.js'

/** What breaks, and how. `hangs` gives a promise that never settles, where an answer is due at once. */
export interface Fault {
  readonly in: 'rules' | 'classifier' | 'consent' | 'pseudonyms' | 'exporter'
  readonly how: 'throws' | 'hangs' | 'nonsense'
}

export const faults: readonly Fault[] = (['rules', 'classifier', 'consent', 'pseudonyms', 'exporter'] as const).flatMap(
  (part) => (['throws', 'hangs', 'nonsense'] as const).map((how) => ({ in: part, how })),
)

export type Grants = Parameters<typeof staticConsent>[0]

/** A guard of which one part is broken; with no fault, or one in the exporter, a sound one. */
export function createFaultyGuard(policy: Policy, grants: Grants, fault: Fault | undefined): Guard {
  const pseudonyms = createPseudonyms({ key: 'canary:0123456789abcdef0123456789abcdef' })
  const sound: GuardParts = {
    policy,
    classify: createClassifier(policy),
    createRedactor: (flow) => createEntityRedactor({ policy, flow, pseudonyms }),
    pseudonyms,
  }
  const consent = staticConsent(grants)
  if (fault === undefined || fault.in === 'exporter') return createGuardFrom(sound, consent)
  const broken = brokenFunction(fault.how) as never
  switch (fault.in) {
    case 'rules':
      return createGuardFrom({ ...sound, createRedactor: () => broken }, consent)
    case 'classifier':
      return createGuardFrom({ ...sound, classify: broken }, consent)
    case 'pseudonyms':
      return createGuardFrom(
        { ...sound, pseudonyms: { pseudonym: broken, hash: broken, id: broken } as never },
        consent,
      )
    case 'consent':
      return createGuardFrom(sound, brokenConsent(fault.how))
  }
}

function brokenFunction(how: Fault['how']): () => unknown {
  if (how === 'throws') {
    return () => {
      throw new Error('broken on purpose')
    }
  }
  return how === 'hangs' ? () => new Promise(() => {}) : () => ({ class: 'harmless', generalise: 'yes' })
}

function brokenConsent(how: Fault['how']): ConsentSource {
  if (how === 'hangs') return callbackConsent(() => new Promise(() => {}))
  return { read: brokenFunction(how) as never }
}

/** An exporter that does its work, or breaks after it has seen what it was given. */
export function breakExporter<E extends { export(batch: never, callback: (result: { code: number }) => void): void }>(
  exporter: E,
  fault: Fault | undefined,
): E {
  if (fault?.in !== 'exporter') return exporter
  const original = exporter.export.bind(exporter)
  exporter.export = ((batch: never, callback: (result: { code: number }) => void) => {
    original(batch, () => {
      if (fault.how === 'nonsense') callback('nonsense' as never)
    })
    if (fault.how === 'throws') throw new Error('broken on purpose')
  }) as never
  return exporter
}
