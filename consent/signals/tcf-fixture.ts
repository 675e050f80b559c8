import { GVL, PurposeRestriction, Segment, SegmentEncoder, TCModel, TCString } from '@iabtechlabtcf/core'

export interface TcAnswers {
  readonly at?: string
  readonly created?: string
  readonly consents?: readonly number[]
  readonly interests?: readonly number[]
  readonly vendors?: readonly number[]
  readonly vendorInterests?: readonly number[]
  readonly disclosed?: readonly number[]
  readonly features?: readonly number[]
  readonly publisherConsents?: readonly number[]
  readonly publisherInterests?: readonly number[]
  /** Purpose, kind (0 not allowed, 1 require consent, 2 require legitimate interest), vendor. */
  readonly restrictions?: readonly (readonly [number, number, number])[]
  readonly policyVersion?: number
  readonly serviceSpecific?: boolean
  readonly segments?: readonly Segment[]
}

const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

/** A Global Vendor List with the vendors 1 to 20, who do everything on every basis. */
const list = () => {
  const named = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        index + 1,
        { id: index + 1, name: `n${index + 1}`, description: '', illustrations: [] },
      ]),
    )
  const vendors = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      index + 1,
      {
        ...{ id: index + 1, name: `v${index + 1}`, purposes: ids, legIntPurposes: ids, flexiblePurposes: ids },
        ...{ specialPurposes: [], features: [], specialFeatures: [1, 2], dataDeclaration: [], urls: [] },
        ...{ cookieMaxAgeSeconds: null, usesCookies: false, cookieRefresh: false, usesNonCookieAccess: false },
      },
    ]),
  )
  return new GVL({
    ...{ gvlSpecificationVersion: 3, vendorListVersion: 100, tcfPolicyVersion: 5, lastUpdated: '2026-01-01T00:00:00Z' },
    ...{ purposes: named(11), specialPurposes: named(3), features: named(3), specialFeatures: named(2) },
    ...{ stacks: {}, dataCategories: {}, vendors },
  } as unknown as ConstructorParameters<typeof GVL>[0])
}

/** A TC string from the encoder of IAB Tech Lab: dated 2026-11-20, with all segments, unless something else is asked for. */
export function tcString(answers: TcAnswers = {}): string {
  const model = new TCModel(list())
  model.cmpId = 27
  model.cmpVersion = 3
  model.consentScreen = 1
  model.publisherCountryCode = 'DE'
  model.isServiceSpecific = answers.serviceSpecific ?? true
  model.purposeConsents.set([...(answers.consents ?? [])])
  model.purposeLegitimateInterests.set([...(answers.interests ?? [])])
  model.vendorConsents.set([...(answers.vendors ?? [])])
  model.vendorLegitimateInterests.set([...(answers.vendorInterests ?? [])])
  model.vendorsDisclosed.set([...(answers.disclosed ?? [])])
  model.specialFeatureOptins.set([...(answers.features ?? [])])
  model.publisherConsents.set([...(answers.publisherConsents ?? [])])
  model.publisherLegitimateInterests.set([...(answers.publisherInterests ?? [])])
  for (const [purpose, kind, vendor] of answers.restrictions ?? [])
    model.publisherRestrictions.add(vendor, new PurposeRestriction(purpose, kind))
  const at = new Date(answers.at ?? '2026-11-20T00:00:00Z')
  model.created = new Date(answers.created ?? at)
  model.lastUpdated = at
  const whole = TCString.encode(model, {
    segments: [...(answers.segments ?? [Segment.CORE, Segment.VENDORS_DISCLOSED, Segment.PUBLISHER_TC])],
  })
  if (answers.policyVersion === undefined) return whole
  // with a vendor list the encoder takes its policy version
  const decoded = TCString.decode(whole)
  decoded.policyVersion = answers.policyVersion
  return [SegmentEncoder.encode(decoded, Segment.CORE), ...whole.split('.').slice(1)].join('.')
}

/** Vendor vectors and restrictions as bits, for strings that no encoder would write. */
export function tcBits(vendorSection: string, rest = '0'.repeat(17) + '0'.repeat(12)): string {
  const [core = ''] = tcString().split('.')
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const head = Array.from(core, (letter) => letters.indexOf(letter).toString(2).padStart(6, '0'))
    .join('')
    .slice(0, 213)
  return (head + vendorSection + rest).replace(
    /.{1,6}/g,
    (six) => letters[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '',
  )
}
