import type { LabelledText } from './labelled-text.ts'
import { base62, hexDigits, lowerLetters, type Random } from './random.ts'

type Line = (random: Random) => string

const hex = (random: Random, count: number): string => random.units(hexDigits, count)
const two = (number: number): string => String(number).padStart(2, '0')
const time = (random: Random): string =>
  `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}.${random.digits(3)}`
const date = (random: Random): string => `2026-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
const uuid = (random: Random): string =>
  `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-b${hex(random, 3)}-${hex(random, 12)}`
const count = (random: Random): string => String(random.below(10 ** (1 + random.below(9))))
const service = (random: Random): string =>
  random.pick(['checkout', 'orders-api', 'billing', 'search', 'gateway', 'mailer', 'inventory'])
const version = (random: Random): string => `${random.below(20)}.${random.below(40)}.${random.below(30)}`
const verb = (random: Random): string => random.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
const route = (random: Random): string =>
  random.pick(['/api/v1/tickets', '/api/orders/:id', '/healthz', '/static/app.js', '/v2/items/{id}/tags', '/graphql'])

/** What telemetry is full of, and tells about nobody. By the kind of line. */
const kinds: Readonly<Record<string, readonly Line[]>> = {
  'access log': [
    (random) =>
      `"${verb(random)} ${route(random)} HTTP/1.1" ${random.pick([200, 204, 301, 404, 500])} ${count(random)} ${random.below(900)}ms`,
    (random) =>
      `${date(random)}T${time(random)}Z ${verb(random)} ${route(random)} status=${random.pick([200, 201, 429, 503])} bytes=${count(random)} upstream=0.${random.digits(3)}`,
  ],
  'application log': [
    (random) =>
      `${date(random)} ${time(random)} INFO [main] c.e.${service(random)}.Application : Started Application in ${random.below(20)}.${random.digits(3)} seconds`,
    (random) =>
      `[${service(random)}-${random.below(9)}] retry ${random.below(5)} of 5 after ${count(random)} ms: connection reset`,
    (random) =>
      `level=info component=${service(random)} msg="batch done" items=${count(random)} took=${random.below(900)}ms`,
    (random) => `cache hit ratio 0.${random.digits(4)} over ${count(random)} requests, ${count(random)} evictions`,
    (random) => `worker ${random.below(64)} picked job ${random.digits(7)} from queue ${service(random)}:default`,
    (random) => `scheduler: next run at ${date(random)}T${time(random)}+00:00 (in ${count(random)} s)`,
    (random) => `migration 20${random.digits(12)}_add_index applied in ${random.below(400)} ms`,
    (random) =>
      `feature flag "new-${service(random)}-page" evaluated to ${random.pick(['true', 'false'])} (variant ${random.below(4)})`,
  ],
  'stack trace': [
    (random) =>
      `\tat com.example.${service(random).replace('-', '.')}.OrderService.load(OrderService.java:${random.below(900)})`,
    (random) =>
      `    at async Router.handle (file:///srv/app/node_modules/router/index.js:${random.below(900)}:${random.below(80)})`,
    (random) =>
      `  File "/usr/lib/python3.${random.below(13)}/asyncio/base_events.py", line ${random.below(2000)}, in run_until_complete`,
    (random) =>
      `goroutine ${count(random)} [running]: main.(*Server).Serve(0xc000${hex(random, 6)}, 0x${hex(random, 4)})`,
  ],
  infrastructure: [
    (random) =>
      `kubelet: pod ${service(random)}-${hex(random, 10)}-${random.units(lowerLetters, 5)} started, restarts=${random.below(9)}`,
    (random) =>
      `topic=${service(random)}.events partition=${random.below(48)} offset=${count(random)} lag=${random.below(2000)}`,
    (random) =>
      `LOG: checkpoint complete: wrote ${count(random)} buffers (${random.below(9)}.${random.digits(1)}%); write=${random.below(90)}.${random.digits(3)} s`,
    (random) => `image registry.example.com/${service(random)}:${version(random)}@sha256:${hex(random, 64)}`,
    (random) => `arn:aws:lambda:eu-west-1:${random.digits(12)}:function:${service(random)}:${random.below(90)}`,
    (random) =>
      `eth0: RX packets ${count(random)} bytes ${count(random)} (${random.below(900)}.${random.digits(1)} MiB)`,
    (random) => `nginx: worker process ${random.digits(5)} exited on signal ${random.below(15)}`,
    (random) =>
      `node[${random.digits(5)}]: heap ${random.below(900)} MB of ${random.below(4000)} MB, gc ${random.below(90)}.${random.digits(2)} ms`,
  ],
  identifiers: [
    (random) => `trace_id=${hex(random, 32)} span_id=${hex(random, 16)} sampled=true`,
    (random) => `00-${hex(random, 32)}-${hex(random, 16)}-01`,
    (random) => `request ${uuid(random)} took ${random.below(900)} ms`,
    (random) => `commit ${hex(random, 40)} (HEAD -> main, tag: v${version(random)})`,
    (random) => `etag: W/"${hex(random, 24)}"`,
    (random) => `order ${random.pick(['ORD', 'SO', 'PO'])}-${random.digits(8)} shipped in ${random.below(9)} parcels`,
    (random) =>
      `build #${random.digits(5)} of ${service(random)} finished: ${random.below(3000)} tests, ${random.below(9)} skipped`,
    (random) => `ulid 01J${random.units('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 23)}`,
    (random) => `document ${random.units(base62, 21)} indexed in shard ${random.below(12)}`,
    (random) => `integrity sha512-${random.units(base62, 86)}==`,
  ],
  numbers: [
    (random) => `timestamp=17${random.digits(11)} duration_ns=${count(random)}`,
    (random) =>
      `uptime ${count(random)} s, load ${random.below(9)}.${random.digits(2)} ${random.below(9)}.${random.digits(2)} ${random.below(9)}.${random.digits(2)}`,
    (random) =>
      `p50=${random.below(90)}.${random.digits(2)} p95=${random.below(900)}.${random.digits(2)} p99=${count(random)} n=${count(random)}`,
    (random) => `disk /dev/sda1 ${count(random)} ${count(random)} ${count(random)} ${random.below(100)}% /var`,
    (random) => `version ${version(random)}-rc.${random.below(9)}+build.${random.digits(4)}`,
    (random) =>
      `price ${random.below(900)}.${random.digits(2)} EUR, tax ${random.below(90)}.${random.digits(2)}, total ${count(random)} cents`,
    (random) => `http.server.duration{route="${route(random)}",le="0.${random.digits(2)}"} ${count(random)}`,
    (random) => `score 0.${random.digits(8)} threshold 0.${random.digits(2)} label=${random.below(12)}`,
  ],
  code: [
    (random) =>
      `SELECT id, state FROM orders WHERE id = ${count(random)} AND updated_at > '${date(random)}' LIMIT ${random.below(500)}`,
    (random) =>
      `INSERT INTO ${service(random).replace('-', '_')}_events (kind, size) VALUES ('resize', ${count(random)})`,
    (random) => `const limit = ${count(random)}; // see issue ${random.digits(4)}`,
    (random) => `.card { padding: ${random.below(40)}px; color: #${hex(random, 6)}; margin: 0 ${random.below(40)}px }`,
    (random) => `{"page":${random.below(90)},"size":50,"total":${count(random)},"sort":["createdAt,desc"]}`,
    (random) => `{"status":"UP","components":{"db":{"status":"UP"},"diskSpace":{"free":${count(random)}}}}`,
    () => 'org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter',
    (random) => `npm warn deprecated ${service(random)}@${version(random)}: use ${service(random)}-next instead`,
  ],
  messages: [
    (random) => `${service(random)} is ready to accept connections on port ${1024 + random.below(60_000)}`,
    () => 'password must not be empty and needs at least 12 characters',
    () => 'the user has no permission to read this document',
    () => 'token refresh scheduled, previous token expires soon',
    (random) =>
      `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${100 + random.below(50)}.0.0.0 Safari/537.36`,
    (random) => `upload of report-${date(random)}.pdf (${count(random)} bytes) finished`,
    (random) => `thank you, that solved it! rating ${1 + random.below(5)} of 5`,
    (random) => `Bitte warten, Vorgang ${random.below(100)} % abgeschlossen`,
    (random) => `la page ${random.below(90)} n’existe plus depuis la version ${version(random)}`,
    (random) =>
      `ISBN 978-${random.below(9)}-${random.digits(4)}-${random.digits(4)}-${random.below(9)}, ${random.below(900)} pages`,
  ],
}

/** A line of telemetry that tells about nobody. */
export function cleanLine(random: Random): LabelledText {
  const kind = random.pick(Object.keys(kinds))
  const line = random.pick(kinds[kind] ?? [])
  return { text: line(random), labels: [], source: `clean: ${kind}` }
}
