import type { Canaries } from '../testing/canaries.ts'
import { canaryKinds } from '../testing/canary-makers.ts'
import type { Sample } from './otlp-samples.ts'

/** What the Collector can find wherever it stands; opaque tokens only where no text passes. */
const found = canaryKinds.filter((kind) => kind !== 'token' && kind !== 'person')

/**
 * Attributes with a canary under every key that must go, and in every value that something is found in.
 *
 * @param strict for a flow that takes no content: there, nothing opaque passes either
 */
export function plantedIn(planted: Canaries, where: string, strict: boolean): Sample {
  const token = (key: string) => planted.secret(`${key} of ${where}`)
  const forbidden = [
    'user.id',
    // within the body of a log this is no key that anybody knows
    ...(strict || !where.startsWith('inner of logs') ? ['enduser.id'] : []),
    'client.address',
    'http.request.header.authorization',
    'http.request.header.x-user',
    'app.customer.name',
    'customerEmail',
    'db_password',
    'session.id',
    '~user.id',
    ...(strict
      ? ['url.full', 'url.query', 'exception.message', 'app.note', 'db.query.text', 'user_agent.original']
      : []),
  ]
  return {
    ...Object.fromEntries(forbidden.map((key) => [key, token(key)])),
    // found in values under accepted keys, alone and in lists and maps
    'http.route': found.map((kind) => planted.secret(`http.route of ${where}`, kind)).join(' and '),
    'app.plan': found.map((kind) => planted.secret(`app.plan of ${where}`, kind)),
    'app.metrics.depth': { password: token('nested password'), deep: [planted.secret(`nested of ${where}`, 'email')] },
    [planted.secret(`key of ${where}`, 'email')]: 1,
    ticket: 'TCK-123456',
  }
}

/** A text with canaries, for a name, a message or a body. */
export function plantedText(planted: Canaries, where: string, strict: boolean): string {
  const texts = found.map((kind) => planted.secret(where, kind))
  return [...texts, ...(strict ? [planted.secret(where), planted.secret(where, 'person')] : [])].join(' ')
}

/** Parts of a verdict that a record can do without, with canaries in them. */
export function plantedInVerdict(planted: Canaries, flow: string): Sample {
  const secret = (key: string) => planted.secret(`${key} in ${flow}`, 'email')
  return {
    'privity.policy.version': secret('version'),
    'privity.remarks': [secret('remarks')],
    'privity.tenant': secret('tenant'),
    'privity.consent.epoch': secret('epoch'),
  }
}
