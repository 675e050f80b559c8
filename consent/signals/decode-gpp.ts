import type { Policy } from '../../policy/policy.ts'
import type { ConsentChange } from '../ledger/consent-entry.ts'
import { type DecodeOptions, decodeTcf } from './decode-tcf.ts'
import { gpcDenials } from './gpc-denials.ts'
import { gppSectionIds } from './gpp-header.ts'
import { tcfEuSection, usPrivacySection, usSections } from './gpp-sections.ts'
import { readUsSection, type UsSection } from './read-us-section.ts'
import { refuseAll } from './refuse-all.ts'
import type { ProcessedSignal, SignalProblem, SignalResult } from './signal-result.ts'
import { signalText } from './signal-text.ts'

/**
 * What a GPP string says about the purposes of the policy.
 *
 * - Sections for the United States (`usnat`, `usca` and the other states, `uspv1`) only ever deny: where a person opted
 *   out, or did not consent, each purpose that `consent.signals.gpp` maps to the field is refused. "Did not opt out" is
 *   no consent, and grants nothing. Their GPC sub-section counts like the header.
 * - `tcfeuv2` goes to {@link decodeTcf}.
 * - Others are reported as `unknown_section` and count as absent.
 *
 * What one section refuses, no other grants. A string that cannot be read refuses all that is mapped. Never throws; the
 * decoder is loaded with the first string.
 *
 * @param text from a cookie, `__gpp` or a request; never trusted
 * @see IAB Tech Lab, Global Privacy Platform: Consent String Specification
 * @example
 * const { changes, problems } = await decodeGpp('DBABLA~BVQqAAAAAgA.QA', { policy: parsePolicy('') })
 */
export async function decodeGpp(text: unknown, options: DecodeOptions): Promise<SignalResult> {
  const { tcf } = options.policy.consent.signals
  const mapped = unique([...deniable(options.policy), ...Object.keys(tcf.purposes)])
  const checked = signalText(text, 'a GPP string')
  if ('problem' in checked) return refuseAll('gpp', mapped, text, checked.problem)
  const sections = split(checked.text)
  if (sections === undefined) return refuseAll('gpp', mapped, text, malformed)

  const results: SignalResult[] = []
  for (const { id, text: section } of sections) {
    if (id === tcfEuSection) results.push(await decodeTcf(section, options))
    else if (id === usPrivacySection || usSections[id] !== undefined)
      results.push(usResult(await readUsSection(id, section), checked.text, options))
    else results.push({ changes: [], signals: [], problems: [unknownSection(id)] })
  }
  return merge(results)
}

function split(text: string): { readonly id: number; readonly text: string }[] | undefined {
  const [header = '', ...sections] = text.split('~')
  try {
    const ids = gppSectionIds(header)
    if (ids.length !== sections.length || sections.includes('')) return undefined
    return ids.map((id, index) => ({ id, text: sections[index] ?? '' }))
  } catch {
    return undefined
  }
}

function usResult(
  read: UsSection | { readonly problem: SignalProblem },
  evidence: string,
  { policy }: DecodeOptions,
): SignalResult {
  const { purposes } = policy.consent.signals.gpp
  if ('problem' in read) return refuseAll('gpp', deniable(policy), evidence, read.problem)
  const denied = Object.keys(purposes).filter((purpose) => purposes[purpose]?.some((field) => read.denied.has(field)))
  const changes = denied.map(
    (purpose): ConsentChange => ({ event: 'refused', purpose, method: 'signal', actor: 'subject', evidence }),
  )
  const own: SignalResult = {
    changes,
    signals: [{ name: 'gpp', processed: true, honoured: denied }],
    problems: Object.keys(purposes).length === 0 ? [notMapped] : [],
  }
  return read.gpc ? merge([own, gpcDenials(policy, evidence)]) : own
}

/** What a section for the United States could deny, were it readable: it may have carried GPC, too. */
function deniable({ consent: { signals } }: Policy): string[] {
  return unique([...Object.keys(signals.gpp.purposes), ...signals.gpc.denies])
}

/** Each purpose and each signal once. Of several answers the one that denies most is kept: a refusal, from now on. */
function merge(results: readonly SignalResult[]): SignalResult {
  const changes = new Map<string, ConsentChange>()
  const weight = ({ event, claimedAt }: ConsentChange): number =>
    event === 'given' ? 0 : claimedAt === undefined ? 2 : 1
  for (const change of results.flatMap((result) => result.changes)) {
    const before = changes.get(change.purpose)
    if (before === undefined || weight(change) > weight(before)) changes.set(change.purpose, change)
  }
  const signals = new Map<string, ProcessedSignal>()
  for (const { name, processed, honoured } of [gppSeen, ...results.flatMap((result) => result.signals)]) {
    const before = signals.get(name)
    signals.set(name, {
      name,
      processed: processed && before?.processed !== false,
      honoured: unique([...(before?.honoured ?? []), ...honoured]),
    })
  }
  const problems = results.flatMap((result) => result.problems)
  return { changes: [...changes.values()], signals: [...signals.values()], problems }
}

const gppSeen: ProcessedSignal = { name: 'gpp', processed: true, honoured: [] }

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

function unknownSection(id: number): SignalProblem {
  return {
    code: 'unknown_section',
    path: ['header', 'SectionIds'],
    expected: 'tcfeuv2, uspv1, usnat or a section of a state',
    received: `section ${id}`,
    hint: 'The section counts as absent; read it elsewhere if you rely on it.',
  }
}

const notMapped: SignalProblem = {
  code: 'not_mapped',
  path: [],
  expected: 'a policy that says what the fields of the GPP mean for its purposes',
  received: 'no mapping',
  hint: 'Add `consent.signals.gpp.purposes` to the policy.',
}

const malformed: SignalProblem = {
  code: 'malformed',
  path: ['header'],
  expected: 'a GPP string: a header of version 1, and as many sections as it names, between ~',
  received: 'a text that cannot be read as one',
  hint: 'Hand over the string as the consent manager made it; a TC string alone goes to `decodeTcf`.',
}
