import { z } from 'zod'
import { durationPattern } from './duration.ts'
import { entityTypes } from './entities.ts'
import { limitBounds, policyBounds } from './limits.ts'
import { dataClasses, forms, gppFields, type Limits, legalBases, redactionActions } from './policy.ts'

/**
 * Names become attribute values, file names, identifiers of the Collector and keys of objects: one alphabet fits all,
 * and the one word in it that every object inherits is left out.
 */
export const namePattern = /^(?!constructor$)[a-z][a-z0-9_]{0,62}$/

/** ISO 3166-1 alpha-2, or 3166-2 for a part of a country. */
export const jurisdictionPattern = /^(?:default|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/

/** Like a host name, in small letters. */
export const trustDomainPattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/

/** RFC 9110, token: what the W3C specification of baggage allows for a key. */
export const baggageKeyPattern = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/

/** `secret` is missing on purpose: no flow may accept it. */
const acceptableClasses = dataClasses.filter((dataClass) => dataClass !== 'secret')

const text = z.string().min(1).max(policyBounds.textLength)
const name = z.string().regex(namePattern)
const entityType = z.enum(entityTypes.map((entity) => entity.type))
const action = z.enum(redactionActions)

const purpose = z
  .strictObject({
    basis: z.enum(legalBases).optional().describe('What the purpose rests on. Default of a new purpose: consent.'),
    title: text.optional().describe('Shown to people who are asked for consent.'),
    description: text.optional().describe('Shown to people who are asked for consent.'),
    recipients: z
      .array(name)
      .max(policyBounds.recipients)
      .optional()
      .describe('Third parties that get the data for this purpose; each needs a grant of its own.'),
    lockedForChildren: z
      .boolean()
      .optional()
      .describe('Denied for people flagged as children. Default: true for personalization and model_training.'),
  })
  .describe('Why data is used.')

const duration = z.string().regex(durationPattern)

const jurisdiction = z.strictObject({
  validFor: duration.optional().describe('How long a grant counts. Default: 1y.'),
  askAgainAfter: duration.optional().describe('How long somebody who refused is left in peace. Default: 26w.'),
})

/** By our purpose, not empty: an empty list would ask for nothing. */
function byPurpose<Item extends z.ZodType>(item: Item) {
  return z.record(z.string(), z.array(item).min(1).max(policyBounds.signalItems)).optional()
}

const signals = z.strictObject({
  gpc: z
    .strictObject({ denies: z.array(z.string()).optional() })
    .optional()
    .describe('Global Privacy Control: the purposes that the signal denies.'),
  tcf: z
    .strictObject({
      purposes: byPurpose(z.int().min(1).max(11)).describe(
        'By our purpose: the TCF purposes that it needs, all of them.',
      ),
      specialFeatures: byPurpose(z.int().min(1).max(2)).describe('By our purpose: the special features that it needs.'),
      vendor: z
        .int()
        .min(1)
        .max(65_535)
        .optional()
        .describe('Our id in the Global Vendor List. Default: the publisher.'),
      maxAge: duration.optional().describe('Older strings count as none. Default: 395d.'),
    })
    .optional()
    .describe('Transparency and Consent Framework: what a TC string says about our purposes.'),
  gpp: z
    .strictObject({
      purposes: byPurpose(z.enum(gppFields)).describe('By our purpose: the fields that deny it, each of them.'),
    })
    .optional()
    .describe('Global Privacy Platform: what the sections for the United States say about our purposes.'),
})

const otlp = z
  .strictObject({
    endpoint: z
      .string()
      .optional()
      .describe('Base URL, without credentials and query; /v1/traces, /v1/logs and /v1/metrics are appended.'),
    protocol: z.enum(['http/protobuf', 'http/json']).optional(),
    headers: z
      .record(z.string(), z.string())
      .optional()
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the user writes it so
      .describe('Header values may refer to environment variables: ${env:NAME}.'),
    compression: z.enum(['none', 'gzip']).optional(),
    timeoutMillis: z.int().min(1).max(600_000).optional(),
  })
  .describe('Where the flow is sent. What is absent comes from the OTEL_EXPORTER_OTLP_* variables.')

const flow = z
  .strictObject({
    purposes: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('All on consent, or none. Default: the purpose that is named like the flow.'),
    form: z.enum(forms).optional().describe('How revealing a delivered record is. Default: anonymous.'),
    accepts: z
      .array(z.enum(acceptableClasses))
      .optional()
      .describe('Data classes whose values may be delivered. The default follows from purposes and form.'),
    to: z.strictObject({ otlp: otlp.optional() }).optional(),
    recipient: name.optional().describe('The third party that the flow goes to; its purposes name it, too.'),
    retention: duration
      .optional()
      .describe('How long the data is kept: hours, days, weeks or years, such as 12h, 30d, 6w, 1y. Default: 30d.'),
  })
  .describe('A named way out.')

const custom = z
  .strictObject({
    name,
    pattern: z.string().min(1).describe('RE2 syntax: no look-around, no back-references.'),
    class: z.enum(dataClasses).optional().describe('Default: identifier.'),
    action: action.optional().describe('Default: remove.'),
  })
  .describe('An entity type of your own.')

function limit(key: keyof Limits) {
  const { min, max, default: value } = limitBounds[key]
  return z.int().min(min).max(max).optional().describe(`Default: ${value}.`)
}

/** The file that people write. Only its shape: what the parts say to one another is judged in `parse-policy.ts`. */
export const policySchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; Privity does not read it.'),
  version: z.string().min(1).max(64).optional().describe('Travels with each record as privity.policy.version.'),
  controller: z
    .strictObject({ name: text.optional(), contact: text.optional() })
    .optional()
    .describe('Who answers for the data.'),
  purposes: z.record(name, purpose).optional().describe('Changes built-in purposes and adds new ones.'),
  classification: z
    .record(z.string().min(1).max(policyBounds.keyPatternLength), z.enum(dataClasses))
    .optional()
    .describe('Key patterns (* stands for any characters) and the class of the values under them.'),
  redaction: z
    .strictObject({
      entities: z.array(entityType).optional().describe('What to look for in content. Default: all; secret always.'),
      custom: z.array(custom).max(policyBounds.custom).optional(),
      actions: z
        .partialRecord(entityType, action)
        .optional()
        .describe("What to do with an entity type, where it differs from the default of the flow's form."),
    })
    .optional(),
  flows: z
    .object({
      operations: z
        .union([z.literal(false), flow])
        .optional()
        .describe('Always there, unless set to false.'),
    })
    .catchall(flow)
    .optional()
    .describe('The ways out.'),
  consent: z
    .strictObject({
      unknownSubject: z
        .enum(['anonymous', 'withhold'])
        .optional()
        .describe('What happens to a record whose subject stays unknown. Default: withhold.'),
      signals: signals.optional(),
      jurisdictions: z
        .record(z.string().regex(jurisdictionPattern), jurisdiction)
        .optional()
        .describe('How long answers hold, by ISO 3166 code (FR, US-CA); default for all others.'),
    })
    .optional(),
  propagation: z
    .strictObject({
      trustDomain: z
        .string()
        .regex(trustDomainPattern)
        .describe('The name of the services that believe one another, such as acme.internal.'),
      to: z
        .array(z.string())
        .max(policyBounds.authorities)
        .optional()
        .describe('Who may get consent tokens and baggage: localhost:3001, *.acme.internal, kafka:orders.'),
      carry: z
        .array(z.string().regex(baggageKeyPattern))
        .max(policyBounds.baggageKeys)
        .optional()
        .describe('Keys of baggage that say nothing about a person, and may go anywhere.'),
      tokenSeconds: z.int().min(5).max(300).optional().describe('How long a consent token holds. Default: 60.'),
    })
    .optional()
    .describe('How consent travels from service to service. Absent: not at all, and baggage goes nowhere.'),
  limits: z
    .strictObject({
      attributeBytes: limit('attributeBytes'),
      attributes: limit('attributes'),
      events: limit('events'),
      items: limit('items'),
      depth: limit('depth'),
      pendingTraces: limit('pendingTraces'),
      pendingBytes: limit('pendingBytes'),
      pendingSeconds: limit('pendingSeconds'),
    })
    .optional(),
})

export type PolicyFile = z.input<typeof policySchema>
export type FlowFile = z.input<typeof flow>
