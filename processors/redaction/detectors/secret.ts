import type { Detector } from '../detector.ts'
import { findApiKeys } from '../secrets/api-keys.ts'
import { findAssignments } from '../secrets/assignments.ts'
import { findAuthorization } from '../secrets/authorization.ts'
import { findJwt } from '../secrets/jwt.ts'
import { findPrivateKeys } from '../secrets/private-keys.ts'
import { findUrlCredentials } from '../secrets/url-credentials.ts'
import { trait } from '../traits.ts'

/** Whatever opens a door: keys, tokens, passwords, private keys, credentials in URLs and headers. */
export const secrets: readonly Detector[] = [
  { type: 'secret', needs: trait.longWord, find: findApiKeys },
  { type: 'secret', needs: trait.longWord | trait.dot, find: findJwt },
  { type: 'secret', needs: trait.dash | trait.space, find: findPrivateKeys },
  { type: 'secret', needs: trait.space | trait.letter, find: findAuthorization },
  { type: 'secret', needs: trait.letter, find: findAssignments },
  { type: 'secret', needs: trait.colon | trait.slash | trait.at, find: findUrlCredentials },
]
