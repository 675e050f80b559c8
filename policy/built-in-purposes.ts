import type { builtInPurposes, LegalBasis } from './policy.ts'

type BuiltInPurpose = (typeof builtInPurposes)[number]

/**
 * What the built-in purposes rest on, and how they are presented to a person, unless the policy says otherwise. Only
 * the two that keep the system running and safe do without consent.
 */
export const builtInPurposeTable: Readonly<
  Record<
    BuiltInPurpose,
    {
      readonly basis: LegalBasis
      readonly title: string
      readonly description: string
      /** GDPR recital 38: what children do is no ground for profiles, nor for training models. */
      readonly lockedForChildren?: true
    }
  >
> = {
  operations: {
    basis: 'legitimate_interest',
    title: 'Operations',
    description: 'Keeps the service running: timings, status and errors, without personal data.',
  },
  security: {
    basis: 'legitimate_interest',
    title: 'Security',
    description: 'Finds and stops attacks and misuse.',
  },
  product_analytics: {
    basis: 'consent',
    title: 'Product analytics',
    description: 'Shows how the product is used, so that it can be improved.',
  },
  personalization: {
    basis: 'consent',
    title: 'Personalisation',
    description: 'Fits the product to how you and your company work with it.',
    lockedForChildren: true,
  },
  cross_company_insights: {
    basis: 'consent',
    title: 'Insights across companies',
    description: 'Compares anonymous patterns of many companies; none can be recognised.',
  },
  resource_generation: {
    basis: 'consent',
    title: 'Ready-made resources',
    description: 'Builds templates and examples from patterns that many people share.',
  },
  model_training: {
    basis: 'consent',
    title: 'Model training',
    description: 'Trains models that predict and recommend.',
    lockedForChildren: true,
  },
}
