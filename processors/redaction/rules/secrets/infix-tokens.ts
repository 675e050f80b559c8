import type { AnchorRule } from '../rule.ts'
import { formatLists } from './tokens/format-lists.ts'
import { endOfRun, isAlphanumericAt, isUnitOf, type UnitSet } from './unit-sets.ts'

/** Tokens that show by something in their midst, or at their end. */
export const infixTokens: readonly AnchorRule[] = [
  infixRule({
    provider: 'Azure',
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/howto-create-service-principal-portal',
    infix: 'Q~',
    before: /^[\w~.-]{3}\d$/u,
    last: 'digit',
    longestBefore: 4,
    shortestAfter: 31,
    longestAfter: 34,
    set: 'bearer',
    after: /^[\w~.-]{31,34}$/u,
  }),
  infixRule({
    provider: 'Telegram',
    source: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    infix: ':AA',
    before: /^\d{8,10}$/u,
    last: 'digit',
    longestBefore: 10,
    shortestAfter: 32,
    longestAfter: 34,
    set: 'base64url',
    after: /^[\w-]{32,34}$/u,
  }),
  infixRule({
    provider: 'Mailchimp',
    source: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
    infix: '-us',
    before: /^[0-9a-f]{32}$/u,
    last: 'hex',
    longestBefore: 32,
    shortestAfter: 1,
    longestAfter: 3,
    set: 'digit',
    after: /^\d{1,2}$/u,
  }),
  infixRule({
    provider: 'Terraform',
    source: formatLists.gitleaks,
    infix: '.atlasv1.',
    before: /^[A-Za-z0-9]{14}$/u,
    last: 'base62',
    longestBefore: 14,
    shortestAfter: 60,
    longestAfter: 80,
    set: 'base64url',
    after: /^[\w-]{60,80}$/u,
  }),
  infixRule({
    provider: 'New Relic licence',
    source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    infix: 'NRAL',
    before: /^(?:[0-9a-f]{32}|eu01xx[0-9a-f]{26})FFFF$/u,
    last: 'base62',
    longestBefore: 36,
    shortestAfter: 0,
    longestAfter: 1,
    set: 'base62',
    after: /^$/u,
  }),
  infixRule({
    provider: 'MaxMind',
    source: formatLists.gitleaks,
    infix: '_mmk',
    before: /^[A-Za-z0-9]{6}_[A-Za-z0-9]{29}$/u,
    last: 'base62',
    longestBefore: 36,
    shortestAfter: 0,
    longestAfter: 1,
    set: 'base62',
    after: /^$/u,
  }),
  infixRule({
    provider: 'Stripe client secret',
    source: 'https://docs.stripe.com/api/payment_intents/object#payment_intent_object-client_secret',
    infix: '_secret_',
    before: /^(?:pi|seti|si|src|ek|cs_live|cs_test|ek_live|ek_test)_[A-Za-z0-9]{14,80}$/u,
    last: 'base62',
    longestBefore: 90,
    shortestAfter: 20,
    longestAfter: 80,
    set: 'base62',
    after: /^[A-Za-z0-9]{20,80}$/u,
  }),
  infixRule({
    provider: 'Salesforce session',
    source: formatLists.trufflehog,
    infix: '!A',
    before: /^00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/u,
    last: 'base62',
    longestBefore: 18,
    shortestAfter: 80,
    longestAfter: 112,
    set: 'joined',
    after: /^[\w.]{80,110}$/u,
  }),
]

interface InfixFormat {
  readonly provider: string
  readonly source: string
  readonly infix: string
  /** All that stands before it, back to the border of a word. */
  readonly before: RegExp
  /** The unit right before it is of this set. */
  readonly last: UnitSet
  readonly longestBefore: number
  readonly shortestAfter: number
  readonly longestAfter: number
  /** What stands behind it is of this set. */
  readonly set: UnitSet
  readonly after: RegExp
}

function infixRule(form: InfixFormat): AnchorRule {
  const { provider, source, infix, last, shortestAfter, longestAfter, set, after } = form
  return {
    kind: 'anchor',
    name: `${provider.toLowerCase().replaceAll(' ', '_')}_key`,
    type: 'secret',
    title: `Token or key of ${provider}`,
    source,
    anchors: [infix],
    caseSensitive: true,
    atWordStart: false,
    confidence: 1,
    find(text, start, end) {
      if (!isUnitOf(text, start - 1, last)) return undefined
      let tokenEnd = endOfRun(text, end, set, longestAfter)
      while (tokenEnd > end && text.charCodeAt(tokenEnd - 1) === dot) tokenEnd--
      if (tokenEnd - end < shortestAfter || isAlphanumericAt(text, tokenEnd)) return undefined
      if (!after.test(text.slice(end, tokenEnd))) return undefined
      const tokenStart = startBefore(text, start, form)
      if (tokenStart === undefined) return undefined
      return { start: tokenStart, end: tokenEnd }
    },
  }
}

const dot = 46

function startBefore(text: string, infix: number, { before, longestBefore }: InfixFormat): number | undefined {
  for (let start = Math.max(0, infix - longestBefore); start < infix; start++) {
    if (!isAlphanumericAt(text, start - 1) && before.test(text.slice(start, infix))) return start
  }
  return undefined
}
