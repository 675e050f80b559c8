import { aiTokens } from './ai-tokens.ts'
import { cloudTokens } from './cloud-tokens.ts'
import { codeTokens } from './code-tokens.ts'
import { dataTokens } from './data-tokens.ts'
import { messagingTokens } from './messaging-tokens.ts'
import { observabilityTokens } from './observability-tokens.ts'
import { paymentTokens } from './payment-tokens.ts'
import { saasTokens } from './saas-tokens.ts'
import type { TokenProvider } from './token-format.ts'

/** Providers whose tokens show by what they begin with. */
export const tokenProviders: readonly TokenProvider[] = [
  ...cloudTokens,
  ...codeTokens,
  ...dataTokens,
  ...aiTokens,
  ...paymentTokens,
  ...messagingTokens,
  ...observabilityTokens,
  ...saasTokens,
]
