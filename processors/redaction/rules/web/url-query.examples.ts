import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  url_query: {
    found: ['GET /search?q=⟦ada+lovelace⟧', 'https://a.example/#state=⟦x⟧', '/list?page=⟦2⟧ 200'],
    notFound: ['what is this? a=b', 'a?b=c', '/list?', '/issues#comment'],
  },
}
