import { contactRules } from './contact/contact-rules.ts'
import { deviceRules } from './devices/device-rules.ts'
import { documentRules } from './documents/document-rules.ts'
import { bankAccountRules } from './finance/bank-account.ts'
import { creditCard } from './finance/credit-card.ts'
import { walletRules } from './finance/crypto-wallet.ts'
import { iban } from './finance/iban.ts'
import { europeRules } from './national/europe.ts'
import { worldRules } from './national/world.ts'
import { networkRules } from './network/network-rules.ts'
import { peopleRules } from './people/people-rules.ts'
import { placeRules } from './places/place-rules.ts'
import type { Rule } from './rule.ts'
import { secretRules } from './secrets/secret-rules.ts'
import { urlQuery } from './web/url-query.ts'

/** Everything that is looked for. One table: the engine, the page of entities and the tests read it. */
export const allRules: readonly Rule[] = [
  ...secretRules,
  ...contactRules,
  creditCard,
  iban,
  ...bankAccountRules,
  ...walletRules,
  ...europeRules,
  ...worldRules,
  ...documentRules,
  ...networkRules,
  ...deviceRules,
  ...peopleRules,
  ...placeRules,
  urlQuery,
]
