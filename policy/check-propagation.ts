import { compileAuthority } from './authority.ts'
import { describeValue } from './describe-value.ts'
import { asMap, asTexts } from './loose-data.ts'
import type { PolicyIssue } from './policy-error.ts'

/** Every authority must be one that can be told from all others. */
export function checkPropagation(data: unknown): PolicyIssue[] {
  const { to } = asMap(asMap(data).propagation)
  return asTexts(to)
    .filter(({ text }) => compileAuthority(text) === undefined)
    .map(({ text, index }) => ({
      code: 'invalid_authority' as const,
      path: ['propagation', 'to', index],
      expected: 'host, *.domain or system:queue, such as localhost:3001, *.acme.internal or kafka:orders',
      // what stands before an @ may be a password
      received: text.includes('@') ? 'an authority with credentials' : describeValue(text, [], true),
      hint: hintFor(text),
    }))
}

function hintFor(text: string): string {
  if (text.includes('://') || text.includes('/')) return 'Leave the scheme and the path out.'
  if (text.startsWith('*')) return 'Name the domain that is yours: everybody can have a name below a public ending.'
  return 'Write the host or the queue as the service calls it; ports are from 1 to 65535.'
}
