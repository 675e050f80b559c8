/** `privity/consent/ledger`: the record of who agreed to what, when, having seen which text. */
export {
  type ConsentActor,
  type ConsentChange,
  type ConsentEntry,
  type ConsentEvent,
  type ConsentMethod,
  consentActors,
  consentEvents,
  consentMethods,
  type Notice,
} from './consent-entry.ts'
export type {
  ChainProblem,
  ChainReport,
  Ledger,
  LedgerChange,
  LedgerWalk,
  PurposeConsent,
  SubjectConsent,
} from './ledger.ts'
export { type LedgerConsent, type LedgerConsentOptions, ledgerConsent } from './ledger-consent.ts'
export { LedgerError, type LedgerErrorCode, type LedgerIssue } from './ledger-error.ts'
export { type OpenLedgerOptions, openLedger } from './open-ledger.ts'
export type { LedgerPool } from './postgres-ledger-database.ts'
