import { randomUUID } from 'node:crypto'
import type { DataClass, LegalBasis, Policy } from '../../policy/policy.ts'
import type { ConsentEntry, ConsentEvent } from '../ledger/consent-entry.ts'
import { receiptContext } from './receipt-context.ts'

export interface ReceiptOptions {
  readonly policy: Policy
  /** Entries of one person, as `Ledger.history` gives them; one is enough. */
  readonly entries: readonly ConsentEntry[]
  /** Where the person can change their mind. */
  readonly settingsUrl: string
  /** Unix milliseconds. @defaultValue now */
  readonly issuedAt?: number
  /** @defaultValue a random UUID */
  readonly id?: string
}

/** A receipt as JSON-LD; its fields are those of the guide. */
export interface ConsentReceipt {
  readonly '@context': typeof receiptContext
  readonly '@type': 'dpv:ConsentReceipt'
  readonly 'dct:conformsTo': string
  readonly 'dpv:hasIdentifier': string
  readonly 'dct:created': string
  readonly 'dpv:hasRecordOfActivity': readonly object[]
}

/**
 * What a person takes home: for each purpose that the entries are about, what they were told, what they said and when, who
 * gets which data for how long, and where they can change their mind. The place and the hash of each entry are in it, so that
 * it can be held against the ledger.
 *
 * @throws RangeError if there are no entries, or of more than one person
 * @see ISO/IEC TS 27560:2023; its implementation with the Data Privacy Vocabulary, https://w3id.org/dpv/guides/consent-27560
 * @example createReceipt({ policy, entries: await ledger.history(subject), settingsUrl: 'https://shop.example/privacy' })
 */
export function createReceipt({
  policy,
  entries,
  settingsUrl,
  issuedAt = Date.now(),
  id = randomUUID(),
}: ReceiptOptions): ConsentReceipt {
  const people = new Set(entries.map(({ tenant, subject }) => JSON.stringify([tenant, subject])))
  if (people.size !== 1) throw new RangeError(`privity: a receipt is for one person; got entries of ${people.size}`)
  const questions = new Map<string, ConsentEntry[]>()
  for (const entry of entries) {
    const question = JSON.stringify([entry.purpose, entry.recipient ?? null])
    questions.set(question, [...(questions.get(question) ?? []), entry])
  }
  return {
    '@context': receiptContext,
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': `${receiptContext['dpv-27560']}receipt-record`,
    'dpv:hasIdentifier': id,
    'dct:created': timeOf(issuedAt),
    'dpv:hasRecordOfActivity': [...questions.values()].map((said) => recordOf(policy, said, settingsUrl)),
  }
}

function recordOf(policy: Policy, said: readonly ConsentEntry[], settingsUrl: string): object {
  const last = said.at(-1) as ConsentEntry
  const { name: controller, contact } = policy.controller
  return {
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': `${receiptContext['dpv-27560']}record`,
    'dct:identifier': `${last.tenant}/${last.seq}`,
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': last.subject },
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dpv:hasName': controller,
      'dpv:hasContact': contact,
    },
    ...(last.jurisdiction === undefined ? {} : { 'dpv:hasJurisdiction': `loc:${last.jurisdiction}` }),
    'dpv:hasNotice': said.flatMap(noticeOf),
    'dpv:hasProcess': processOf(policy, last, settingsUrl),
    'dpv:hasConsentStatus': said.map(statusOf),
  }
}

/** The text itself is the host's: its hash tells whether a text is the one that was shown. */
function noticeOf({ notice, policyVersion }: ConsentEntry): object[] {
  if (notice === undefined) return []
  const { textHash, language, layout } = notice
  return [
    {
      '@type': 'dpv:ConsentNotice',
      'dct:identifier': `sha256:${textHash}`,
      'dct:language': language,
      ...(layout === undefined ? {} : { 'privity:layout': layout }),
      'dct:hasVersion': policyVersion,
    },
  ]
}

function processOf(policy: Policy, { purpose, recipient }: ConsentEntry, settingsUrl: string): object {
  const terms = policy.purposes[purpose]
  const flows = Object.values(policy.flows).filter(
    (flow) => flow.purposes.includes(purpose) && flow.recipient === recipient,
  )
  const classes = [...new Set(flows.flatMap(({ accepts }) => accepts))]
  const longest = Math.max(0, ...flows.map(({ retentionSeconds }) => retentionSeconds))
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': {
      '@type': 'dpv:Purpose',
      'dct:identifier': purpose,
      'dct:title': terms?.title ?? purpose,
      'dct:description': terms?.description ?? '',
    },
    'dpv:hasLegalBasis': terms === undefined ? 'dpv:Consent' : bases[terms.basis],
    'dpv:hasPersonalData': classes.map((name) => ({
      '@type': name === 'sensitive' ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
      'dct:title': dataNames[name],
    })),
    'dpv:hasRecipient': recipient ?? policy.controller.name,
    'dpv:hasStorageCondition': { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': `PT${longest / 3_600}H` },
    'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': settingsUrl },
    'dpv:hasRight': { '@type': 'dpv:DataSubjectRight', 'dpv:isExercisedAt': settingsUrl },
  }
}

function statusOf(entry: ConsentEntry): object {
  const { event, at, recordedAt, expiresAt, actor, method, tenant, seq, hash } = entry
  return {
    '@type': statuses[event],
    'dpv:isIndicatedAtTime': timeOf(at),
    'dct:created': timeOf(recordedAt),
    ...(expiresAt === undefined ? {} : { 'dct:valid': timeOf(expiresAt) }),
    'dpv:isIndicatedBy': actor === 'subject' ? 'dpv:DataSubject' : actor,
    'dpv:hasIndicationMethod': method,
    'privity:entry': { 'privity:chain': tenant, 'privity:seq': seq, 'privity:hash': hash },
  }
}

const bases: Readonly<Record<LegalBasis, string>> = {
  consent: 'dpv:Consent',
  legitimate_interest: 'dpv:LegitimateInterest',
  contract: 'dpv:Contract',
  legal_obligation: 'dpv:LegalObligation',
}

const statuses: Readonly<Record<ConsentEvent, string>> = {
  given: 'dpv:ConsentGiven',
  reaffirmed: 'dpv:RenewedConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  expired: 'dpv:ConsentExpired',
  invalidated: 'dpv:ConsentInvalidated',
  child_declared: 'privity:ChildDeclared',
  child_cleared: 'privity:ChildCleared',
}

/** What a person understands; the words of the policy are for programs. */
const dataNames: Readonly<Record<DataClass, string>> = {
  technical: 'Technical facts: times, status, versions',
  interaction: 'What you do in the product',
  content: 'What you write',
  identifier: 'What names you or your devices',
  sensitive: 'Sensitive data',
  secret: 'Secrets',
}

function timeOf(millis: number): string {
  return new Date(millis).toISOString()
}
