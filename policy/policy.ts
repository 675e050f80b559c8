/**
 * The parsed policy: one frozen object that every part of Privity reads. `parsePolicy` is the only maker.
 *
 * The words are those of ARCHITECTURE.md; the YAML that people write is described by `policy/schema.ts`.
 */
export interface Policy {
  /** Travels with each delivered record as `privity.policy.version`. */
  readonly version: string
  readonly controller: { readonly name: string; readonly contact: string }
  readonly purposes: Readonly<Record<string, Purpose>>
  /** In the order of the file; the most specific pattern decides (see `processors/classification`). */
  readonly classification: readonly ClassificationRule[]
  readonly redaction: RedactionPolicy
  readonly flows: Readonly<Record<string, Flow>>
  readonly consent: ConsentPolicy
  /** Absent: consent does not travel, and baggage goes nowhere. */
  readonly propagation?: PropagationPolicy
  readonly limits: Limits
}

/** How sensitive a value is, in rising order. */
export const dataClasses = ['technical', 'interaction', 'content', 'identifier', 'sensitive', 'secret'] as const
export type DataClass = (typeof dataClasses)[number]

/** How revealing a delivered record is, in falling order. */
export const forms = ['raw', 'pseudonymous', 'anonymous', 'aggregate'] as const
export type Form = (typeof forms)[number]

export const legalBases = ['consent', 'legitimate_interest', 'contract', 'legal_obligation'] as const
export type LegalBasis = (typeof legalBases)[number]

export const grants = ['granted', 'denied', 'unset'] as const
export type Grant = (typeof grants)[number]

export const builtInPurposes = [
  'operations',
  'security',
  'product_analytics',
  'personalization',
  'cross_company_insights',
  'resource_generation',
  'model_training',
] as const

export interface Purpose {
  readonly name: string
  readonly basis: LegalBasis
  readonly title: string
  readonly description: string
  /** Third parties that the data goes to for this purpose. Each needs a grant of its own; `[]`: nobody but the controller. */
  readonly recipients: readonly string[]
  /** Denied for people who are flagged as children, whatever they say. */
  readonly lockedForChildren: boolean
}

/** A key pattern (`app.customer.*`; `*` stands for any characters) and the class of the values under it. */
export interface ClassificationRule {
  readonly pattern: string
  readonly class: DataClass
}

export const redactionActions = ['remove', 'mask', 'tokenise', 'hash', 'pseudonymise', 'generalise'] as const
export type RedactionAction = (typeof redactionActions)[number]

export interface RedactionPolicy {
  /** The built-in entity types to look for, as in `policy/entities.ts`. */
  readonly entities: readonly string[]
  readonly custom: readonly CustomEntity[]
  /** What to do with an entity type, where the policy differs from the default of the flow's form. */
  readonly actions: Readonly<Record<string, RedactionAction>>
}

export interface CustomEntity {
  readonly name: string
  /** RE2 syntax: runs in linear time on `re2js`. */
  readonly pattern: string
  readonly class: DataClass
  readonly action: RedactionAction
}

export interface Flow {
  readonly name: string
  readonly purposes: readonly string[]
  readonly form: Form
  /** Classes whose values may be delivered; never `secret`. */
  readonly accepts: readonly DataClass[]
  readonly to: Destination
  readonly retentionSeconds: number
  /** The third party that the flow goes to: then it needs the grants to this recipient. */
  readonly recipient?: string
}

export interface Destination {
  readonly otlp: OtlpDestination
}

/** What is absent here comes from the `OTEL_EXPORTER_OTLP_*` variables, then from OpenTelemetry's defaults. */
export interface OtlpDestination {
  /** Base URL; `/v1/traces`, `/v1/logs`, `/v1/metrics` are appended, as for `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly endpoint?: string
  readonly protocol?: 'http/protobuf' | 'http/json'
  readonly headers?: Readonly<Record<string, string>>
  readonly compression?: 'none' | 'gzip'
  readonly timeoutMillis?: number
}

export interface ConsentPolicy {
  /** What happens to a record whose subject stays unknown, in a flow that rests on consent. */
  readonly unknownSubject: 'anonymous' | 'withhold'
  readonly signals: ConsentSignals
  /** By ISO 3166 code (`FR`, `US-CA`); `default` for all others. */
  readonly jurisdictions: Readonly<Record<string, ConsentTerms>>
}

/** What signals of browsers and consent managers say about the purposes of this policy. */
export interface ConsentSignals {
  /** Global Privacy Control. */
  readonly gpc: { readonly denies: readonly string[] }
  /** The Transparency and Consent Framework of IAB Europe. */
  readonly tcf: TcfSignal
  /** The sections for the United States of IAB's Global Privacy Platform. */
  readonly gpp: GppSignal
}

export interface TcfSignal {
  /** By our purpose: the purposes of the TCF (1 to 11) that a person must agree to, all of them. */
  readonly purposes: Readonly<Record<string, readonly number[]>>
  /** By our purpose: the special features of the TCF that a person must opt in to, besides. */
  readonly specialFeatures: Readonly<Record<string, readonly number[]>>
  /** Our id in the Global Vendor List. Without one, what counts is what the person said to the publisher. */
  readonly vendor?: number
  /** Older strings count as none. */
  readonly maxAgeSeconds: number
}

/** The fields of the sections for the United States that say no; `SaleOptOut` stands for `OptOutSale` of `uspv1`, too. */
export const gppFields = [
  'SaleOptOut',
  'SharingOptOut',
  'TargetedAdvertisingOptOut',
  'SensitiveDataProcessing',
  'KnownChildSensitiveDataConsents',
  'PersonalDataConsents',
  'AdditionalDataProcessingConsent',
] as const
export type GppField = (typeof gppFields)[number]

export interface GppSignal {
  /** By our purpose: the fields that deny it, each of them. */
  readonly purposes: Readonly<Record<string, readonly GppField[]>>
}

/** How long an answer of a person holds. */
export interface ConsentTerms {
  /** A grant that is older counts as `unset`. */
  readonly validSeconds: number
  /** A person who refused is not asked again before. */
  readonly askAgainSeconds: number
}

/** How consent, and what else is said about a person, travels from service to service. */
export interface PropagationPolicy {
  /** The services that believe one another: the audience of their consent tokens. */
  readonly trustDomain: string
  /** Patterns as in `policy/authority.ts`: who may get consent tokens and baggage. */
  readonly to: readonly string[]
  /** Keys of baggage that say nothing about a person, and may go anywhere. */
  readonly carry: readonly string[]
  /** How long a consent token holds. */
  readonly tokenSeconds: number
}

/** Past a limit less leaves: text is cut, items are dropped, records go by the rule for unknown subjects. */
export interface Limits {
  /** UTF-16 units of one attribute value, log body or name. */
  readonly attributeBytes: number
  /** Attributes of one record, event, link, scope or resource. */
  readonly attributes: number
  /** Events of a span; links likewise. */
  readonly events: number
  /** Items of one array or map. */
  readonly items: number
  /** Levels of nested maps and arrays. */
  readonly depth: number
  /** Traces whose records wait for their subject. */
  readonly pendingTraces: number
  /** Memory that these records may take together, for each signal: an estimate, in bytes. */
  readonly pendingBytes: number
  readonly pendingSeconds: number
}
