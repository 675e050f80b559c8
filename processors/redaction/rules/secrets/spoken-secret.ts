import type { FieldRule } from '../rule.ts'
import { isRandom } from './is-random.ts'

/** What people write with nothing between: `here is my API key 1c584be8138a7141…`. Only what looks as if drawn at random. */
export const spokenSecret: FieldRule = {
  kind: 'field',
  name: 'spoken_secret',
  type: 'secret',
  title: 'Random word behind the word that says that it is a password, a token or a key',
  source: 'https://csrc.nist.gov/glossary/term/entropy',
  names: ['password', 'api key', 'apikey', 'access key', 'secret key', 'access token', 'auth token', 'token', 'secret'],
  loose: true,
  confidence: 0.85,
  read(text, { start }) {
    const [written] = word.exec(text.slice(start, start + maxLength + 1)) ?? []
    if (written === undefined || !isRandom(written)) return undefined
    return { start, end: start + written.length }
  },
}

const maxLength = 256
/** Ids with dashes, hosts and paths are none. */
const word = /^[A-Za-z0-9_]{20,256}(?![\w/:@-]|\.\w)/u
