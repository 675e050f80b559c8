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
