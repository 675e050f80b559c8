import type { TCModel } from '@iabtechlabtcf/core'
import type { TcfSignal } from '../../policy/policy.ts'
import type { SignalProblem } from './signal-result.ts'
import type { TcSegment } from './tc-segments.ts'

/** How far clocks may differ. */
const skewMillis = 300_000

/** TCF 2.2: strings of policies before version 4 are invalid after 2023-09-30. */
const policy4Since = Date.UTC(2023, 9, 1)
/** TCF 2.3: strings without the vendors that were disclosed are invalid if they were made after 2026-02-28. */
const disclosureSince = Date.UTC(2026, 2, 1)

/** Why a TC string that could be decoded counts for nothing all the same, if it does. */
export function tcfProblem(
  model: TCModel,
  segments: ReadonlySet<TcSegment>,
  mapping: TcfSignal,
  now: number,
): SignalProblem | undefined {
  const created = model.created.getTime()
  const updated = model.lastUpdated.getTime()
  if (created > now + skewMillis || updated > now + skewMillis)
    return {
      code: 'future_date',
      path: ['core', created > updated ? 'Created' : 'LastUpdated'],
      expected: `at most ${skewMillis / 60_000} minutes after ${dateOf(now)}`,
      received: dateOf(Math.max(created, updated)),
      hint: 'Check the clock of the device or of this process.',
    }
  if (updated < created)
    return {
      code: 'malformed',
      path: ['core', 'LastUpdated'],
      expected: `${dateOf(created)}, when it was created, or later`,
      received: dateOf(updated),
      hint: 'Hand over the string as the consent manager made it, whole and unchanged.',
    }
  if (updated < now - mapping.maxAgeSeconds * 1_000)
    return {
      code: 'too_old',
      path: ['core', 'LastUpdated'],
      expected: `${dateOf(now - mapping.maxAgeSeconds * 1_000)} or later`,
      received: dateOf(updated),
      hint: 'Ask the person again; `consent.signals.tcf.maxAge` of the policy says how long an answer holds.',
    }
  if (!model.isServiceSpecific)
    return {
      code: 'not_service_specific',
      path: ['core', 'IsServiceSpecific'],
      expected: '1',
      received: '0',
      hint: 'Strings of global scope are invalid since 2021-09-01; ask the person again.',
    }
  if (updated >= policy4Since && Number(model.policyVersion) < 4)
    return {
      code: 'outdated_policy',
      path: ['core', 'TcfPolicyVersion'],
      expected: '4 or greater',
      received: String(model.policyVersion),
      hint: 'Update the consent manager: strings of older policies are invalid since 2023-10-01.',
    }
  if (updated >= disclosureSince && !segments.has('disclosed_vendors'))
    return {
      code: 'disclosed_vendors_missing',
      path: ['disclosed_vendors'],
      expected: 'the segment of disclosed vendors, as in all strings made after 2026-02-28',
      received: 'none',
      hint: 'Update the consent manager to TCF 2.3.',
    }
  return personProblem(model, segments, mapping)
}

/** The string is sound, but says nothing about us. */
function personProblem(
  model: TCModel,
  segments: ReadonlySet<TcSegment>,
  { vendor }: TcfSignal,
): SignalProblem | undefined {
  if (vendor === undefined) {
    if (segments.has('publisher')) return undefined
    return {
      code: 'publisher_segment_missing',
      path: ['publisher'],
      expected: 'the segment with what the person said to the publisher',
      received: 'none',
      hint: 'Name `consent.signals.tcf.vendor` in the policy, or let the consent manager write the segment Publisher TC.',
    }
  }
  if (!segments.has('disclosed_vendors') || model.vendorsDisclosed.has(vendor)) return undefined
  return {
    code: 'vendor_not_disclosed',
    path: ['disclosed_vendors'],
    expected: `vendor ${vendor} among those that the person was told of`,
    received: 'others',
    hint: 'Add the vendor to the list that the consent manager shows.',
  }
}

function dateOf(millis: number): string {
  return new Date(millis).toISOString()
}
