import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  email: {
    found: [
      'ask ⟦bob@example.com⟧, please',
      "'⟦o'brien+tag@mail.example.co.uk⟧'",
      '⟦jörg@müller.example⟧',
      'to ⟦"ada lovelace"@example.com⟧',
      '⟦bob@[192.0.2.1]⟧',
      '<⟦a@b.io⟧>; mailto:⟦c@d.io⟧...',
    ],
    notFound: [
      'sdk-node@0.208.0',
      'icon@2x.png',
      'user@1000.service',
      'git@github.com:owner/name.git',
      '@opentelemetry/api',
      'pkg@latest',
    ],
  },
}
