import { base62, fill, hexDigits, lowerLetters, type Random } from './random.ts'
import type { Part } from './write-text.ts'

const hex =
  (count: number): Part =>
  (random) =>
    random.units(hexDigits, count)
const below =
  (limit: number): Part =>
  (random) =>
    String(random.below(limit))
const one =
  (...choices: readonly string[]): Part =>
  (random) =>
    random.pick(choices)
const like =
  (form: string): Part =>
  (random) =>
    fill(random, form)
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function uuid(random: Random): string {
  const part = (count: number): string => random.units(hexDigits, count)
  return `${part(8)}-${part(4)}-4${part(3)}-${random.pick(['8', '9', 'a', 'b'])}${part(3)}-${part(12)}`
}

/** GS1 General Specifications: weights 3 and 1 from the right. */
function ean13(random: Random): string {
  const body = fill(random, '{400|500|761|871}999999999')
  const sum = Array.from(body, (digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 3)).reduce((a, b) => a + b, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

/** What telemetry counts and names without telling about anybody, by the names that forms use. */
export const cleanParts: Readonly<Record<string, Part>> = {
  base64: (random) => Buffer.from(random.units(hexDigits, 64), 'hex').toString('base64'),
  big: (random) => String(1 + random.below(9)) + random.digits(9 + random.below(6)),
  build: like('{6|7}999'),
  class: one('OrderService', 'InvoiceMapper', 'CartController', 'RetryTemplate', 'HttpChannelPool', 'JobScheduler'),
  d2: below(100),
  date: like('2026-{01|04|06|09|11}-{02|08|17|25}'),
  ean: ean13,
  epoch: like('17{6|7|8}9999999'),
  'epoch.ms': like('17{6|7|8}9999999999'),
  'epoch.ns': like('17{6|7|8}9999999999999999'),
  float: like('{0|1|3|17|240}.999'),
  hex4: hex(4),
  hex6: hex(6),
  hex8: hex(8),
  hex10: hex(10),
  hex12: hex(12),
  hex16: hex(16),
  'hex.32': hex(32),
  hex40: hex(40),
  'hex.64': hex(64),
  host: one('ip-node-a', 'worker-07', 'db-primary', 'kafka-2', 'edge-fra3', 'build-agent-12'),
  id21: (random) => random.units(base62, 21),
  k: (random) => String(1000 + random.below(899_000)),
  lower5: (random) => random.units(lowerLetters, 5),
  method: one('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'),
  ms: below(4000),
  n: (random) => String(random.below(10 ** (1 + random.below(7)))),
  object: hex(24),
  parcel: like('{JJD}000399999999999999'),
  path: one('/api/v2/carts', '/healthz', '/assets/main.css', '/internal/reindex', '/v1/quotes/latest', '/ready'),
  pct: like('{0|3|42|87}.9'),
  port: one('5432', '6379', '8080', '9092', '27017', '50051'),
  service: one('cart', 'pricing', 'catalog', 'ledger', 'shipping', 'indexer', 'thumbnailer', 'quota'),
  status: one('200', '201', '204', '304', '400', '404', '409', '500', '502', '503'),
  time: like('{00|07|13|19|22}:{05|18|36|51}:{02|27|44|58}'),
  ulid: (random) => `01J${random.units(crockford, 23)}`,
  uuid,
  v: like('{0|1|2|5|11|24}.{0|3|12|31}.{0|1|4|17}'),
}
