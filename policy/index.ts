export { defaultPolicy } from './default-policy.ts'
export { type EntityType, type EntityTypeName, entityTypes } from './entities.ts'
export { compileKeyPattern, type KeyPattern } from './key-pattern.ts'
export { type LoadPolicyOptions, loadPolicy, readPolicy } from './load-policy.ts'
export { checkPolicy, type ParsePolicyOptions, parsePolicy } from './parse-policy.ts'
export {
  builtInPurposes,
  type ClassificationRule,
  type ConsentPolicy,
  type ConsentSignals,
  type ConsentTerms,
  type CustomEntity,
  type DataClass,
  type Destination,
  dataClasses,
  type Flow,
  type Form,
  forms,
  type GppField,
  type GppSignal,
  type Grant,
  gppFields,
  grants,
  type LegalBasis,
  type Limits,
  legalBases,
  type OtlpDestination,
  type Policy,
  type Purpose,
  type RedactionAction,
  type RedactionPolicy,
  redactionActions,
  type TcfSignal,
} from './policy.ts'
export { formatPolicyIssues, PolicyError, type PolicyIssue, type PolicyIssueCode } from './policy-error.ts'
export type { PolicyFile } from './schema.ts'
