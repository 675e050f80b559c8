import type { Rule } from '../rule.ts'
import { announcedCode } from './announced-code.ts'
import { authorization } from './authorization.ts'
import { commandFlag } from './command-flag.ts'
import { commandUser } from './command-user.ts'
import { discordToken } from './discord-token.ts'
import { headerField } from './header-field.ts'
import { infixTokens } from './infix-tokens.ts'
import { jwt, signedValue } from './jwt.ts'
import { keyField } from './key-field.ts'
import { oneTimeCode } from './one-time-code.ts'
import { passwordHash } from './password-hash.ts'
import { privateKey, puttyKey } from './private-key.ts'
import { secretField, secretWordField } from './secret-field.ts'
import { seedPhrase } from './seed-phrase.ts'
import { spokenSecret } from './spoken-secret.ts'
import { tokenProviders } from './tokens/token-providers.ts'
import { tokenRules } from './tokens/token-rules.ts'
import { twilioKey } from './twilio-key.ts'
import { urlCredentials } from './url-credentials.ts'
import { walletKey } from './wallet-key.ts'

/** What opens doors: passwords, tokens and keys, by name, by place and by form. */
export const secretRules: readonly Rule[] = [
  secretField,
  secretWordField,
  keyField,
  spokenSecret,
  headerField,
  oneTimeCode,
  seedPhrase,
  commandFlag,
  commandUser,
  authorization,
  urlCredentials,
  jwt,
  signedValue,
  privateKey,
  puttyKey,
  passwordHash,
  announcedCode,
  ...tokenProviders.flatMap(tokenRules),
  ...infixTokens,
  discordToken,
  twilioKey,
  walletKey,
]
