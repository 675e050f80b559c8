/** How sensitive a value is, in rising order. */
export const dataClasses = ['technical', 'interaction', 'content', 'identifier', 'sensitive', 'secret']
/** How revealing a delivered record is, in falling order. */
export const forms = ['raw', 'pseudonymous', 'anonymous', 'aggregate']
export const legalBases = ['consent', 'legitimate_interest', 'contract', 'legal_obligation']
export const grants = ['granted', 'denied', 'unset']
export const builtInPurposes = [
  'operations',
  'security',
  'product_analytics',
  'personalization',
  'cross_company_insights',
  'resource_generation',
  'model_training',
]
export const redactionActions = ['remove', 'mask', 'tokenise', 'hash', 'pseudonymise', 'generalise']
