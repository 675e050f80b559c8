import type { TCModel } from '@iabtechlabtcf/core'
import type { Policy } from '../../policy/policy.ts'
import type { TcSegment } from './tc-segments.ts'

/** Kinds of publisher restrictions, as they are encoded. */
const notAllowed = 0
const requireConsent = 1
const requireLegitimateInterest = 2

/** TCF 2.2 no longer takes a legitimate interest for these. */
const onConsentOnly = new Set([1, 3, 4, 5, 6])

/**
 * Whether a sound TC string gives one of our purposes: everything that the policy maps it to.
 *
 * @param model decoded and found right by `tcfProblem`
 */
export function tcfAnswer(model: TCModel, segments: ReadonlySet<TcSegment>, policy: Policy, purpose: string): boolean {
  const { purposes, specialFeatures, vendor } = policy.consent.signals.tcf
  const asked = purposes[purpose] ?? []
  const onInterest = policy.purposes[purpose]?.basis === 'legitimate_interest'
  const answer = vendor === undefined ? publisherAnswer(model, segments) : vendorAnswer(model, vendor)
  return (
    asked.length > 0 &&
    asked.every((use) => answer(use, onInterest && !onConsentOnly.has(use))) &&
    (specialFeatures[purpose] ?? []).every((feature) => model.specialFeatureOptins.has(feature))
  )
}

type Answer = (use: number, onInterest: boolean) => boolean

function publisherAnswer(model: TCModel, segments: ReadonlySet<TcSegment>): Answer {
  return (use, onInterest) =>
    segments.has('publisher') &&
    (onInterest ? model.publisherLegitimateInterests.has(use) : model.publisherConsents.has(use))
}

function vendorAnswer(model: TCModel, vendor: number): Answer {
  const restrictions = model.publisherRestrictions.getRestrictions(vendor)
  return (use, onInterest) => {
    const restricted = new Set(
      restrictions.filter(({ purposeId }) => purposeId === use).map(({ restrictionType }) => Number(restrictionType)),
    )
    if (restricted.has(notAllowed)) return false
    // a publisher may ask for consent where the vendor would do without
    if (onInterest && !restricted.has(requireConsent))
      return model.purposeLegitimateInterests.has(use) && model.vendorLegitimateInterests.has(vendor)
    if (restricted.has(requireLegitimateInterest)) return false
    return model.purposeConsents.has(use) && model.vendorConsents.has(vendor)
  }
}
