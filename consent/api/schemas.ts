import { z } from '@hono/zod-openapi'
import { grants, legalBases } from '../../policy/policy.ts'
import { consentActors, consentEvents, consentMethods } from '../ledger/consent-entry.ts'

// What goes in and out. The OpenAPI document is made of these.

const millis = z.int().min(0).max(8_640_000_000_000_000)
const time = millis.describe('Unix milliseconds')
const name = z.string().min(1).max(64)
/** What `pseudonymOf` of a ledger makes. */
export const pseudonymPattern = /^[\w-]{22}$/u
export const subjectText = z.string().min(1).max(256)

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    path: z.string(),
    expected: z.string(),
    received: z.string(),
    hint: z.string(),
  })
  .openapi('Problem')

const grant = z.enum(grants)

const said = {
  grant: grant.describe('what counts now'),
  event: z.enum(consentEvents).optional(),
  since: time.optional(),
  expiresAt: time.optional(),
  askAgainAt: time.optional().describe('until then somebody who refused is not asked again'),
  override: z.enum(['expired', 'invalidated', 'child']).optional().describe('why what was said does not count'),
  policyVersion: z.string().optional(),
  seq: z.int().optional().describe('the entry that counts'),
}

const Recipient = z.object({ recipient: z.string(), ...said })

const PurposeText = {
  purpose: z.string(),
  title: z.string(),
  description: z.string(),
  basis: z.enum(legalBases),
  choice: z.boolean().describe('whether the person can say yes or no; an objection where the basis is an interest'),
  lockedForChildren: z.boolean(),
}

export const Consent = z
  .object({
    epoch: z.int().describe('grows with every change; 0: nothing was ever said'),
    changedAt: time,
    child: z.boolean(),
    policyVersion: z.string(),
    purposes: z.array(z.object({ ...PurposeText, ...said, recipients: z.array(Recipient) })),
    signals: z.object({
      gpc: z.object({
        processed: z.boolean().describe('whether this request carried `Sec-GPC: 1`, and it was honoured'),
        denies: z.array(z.string()).describe('what the signal denies'),
      }),
    }),
  })
  .openapi('Consent')

export const PolicyText = z
  .object({
    version: z.string(),
    controller: z.object({ name: z.string(), contact: z.string() }),
    purposes: z.array(z.object({ ...PurposeText, recipients: z.array(z.string()) })),
    signals: z.object({ gpc: z.object({ denies: z.array(z.string()) }) }),
    jurisdictions: z.record(z.string(), z.object({ validSeconds: z.number(), askAgainSeconds: z.number() })),
  })
  .openapi('Policy')

const notice = z.strictObject({
  textHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('SHA-256 of the text that was shown, in hexadecimal digits'),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u)
    .describe('BCP 47'),
  layout: z
    .string()
    .max(64)
    .regex(/^[\w.:/@ -]+$/u)
    .optional(),
})

const answers = {
  changes: z
    .array(
      z.strictObject({
        purpose: name,
        recipient: z.string().min(1).max(128).optional(),
        grant: z.enum(['granted', 'denied']),
      }),
    )
    .min(1)
    .max(256),
  notice: notice.optional().describe('what the person saw'),
  jurisdiction: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/u)
    .optional()
    .describe('ISO 3166'),
  claimedAt: time.optional().describe('when the answer was given, if it was kept for later'),
}

export const OwnAnswers = z
  .strictObject({ ...answers, method: z.enum(['settings', 'banner', 'form', 'api']).default('api') })
  .openapi('Answers')
export type OwnAnswers = z.infer<typeof OwnAnswers>

export const OperatorAnswers = z
  .strictObject({
    ...answers,
    changes: answers.changes.min(0).default([]),
    child: z.boolean().optional().describe('whether the person is a child'),
  })
  .openapi('OperatorAnswers')
export type OperatorAnswers = z.infer<typeof OperatorAnswers>

export const AnswerHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(128)
    .optional()
    .describe('the same key with the same body counts once, however often it is sent'),
})

export const Page = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

const Entry = z
  .object({
    seq: z.int(),
    event: z.enum(consentEvents),
    purpose: z.string(),
    recipient: z.string().optional(),
    method: z.enum(consentMethods),
    actor: z.enum(consentActors),
    notice: z.object({ textHash: z.string(), language: z.string(), layout: z.string().optional() }).optional(),
    jurisdiction: z.string().optional(),
    claimedAt: z.number().optional(),
    recordedAt: time,
    at: time.describe('from when it counts'),
    policyVersion: z.string(),
    expiresAt: z.number().optional(),
    evidence: z.string().optional(),
    hash: z.string(),
  })
  .openapi('Entry')
export type Entry = z.infer<typeof Entry>

export const History = z
  .object({ entries: z.array(Entry), next: z.int().optional().describe('`after` of the next page') })
  .openapi('History')

const pseudonym = z.string().regex(pseudonymPattern)

export const StatesQuestion = z
  .strictObject({
    subjects: z
      .array(z.union([z.strictObject({ subject: subjectText }), z.strictObject({ pseudonym })]))
      .min(1)
      .max(1_000),
  })
  .openapi('StatesQuestion')

export const States = z
  .object({
    tenant: z.string(),
    states: z
      .array(
        z.object({
          pseudonym: z.string(),
          epoch: z.int(),
          changedAt: z.number(),
          grants: z.record(z.string(), grant).describe('by purpose, and `purpose@recipient`'),
          validForMillis: z.number().optional().describe('when something of it ends by itself'),
        }),
      )
      .describe('in the order of the question'),
  })
  .openapi('States')

export const Receipts = z
  .object({
    receipts: z.array(
      z.object({
        seq: z.int(),
        event: z.enum(consentEvents),
        purpose: z.string(),
        recipient: z.string().optional(),
        recordedAt: time,
        url: z.string(),
      }),
    ),
    next: z.int().optional(),
  })
  .openapi('Receipts')
