/** RE2: what `processors/redaction/pseudonyms.ts` makes: `ps1_<kid>_<22 characters>`. */
export const pseudonymPattern = 'ps1_[A-Za-z0-9]{1,16}_[A-Za-z0-9_-]{22}'
