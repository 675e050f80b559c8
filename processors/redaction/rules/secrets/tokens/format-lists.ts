/** Lists of formats, for those that their providers show but do not describe. */
export const formatLists = {
  gitHub: 'https://docs.github.com/en/code-security/reference/secret-security/supported-secret-scanning-patterns',
  gitleaks: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
  kingfisher: 'https://github.com/mongodb/kingfisher/tree/main/data/rules',
  trufflehog: 'https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors',
} as const
