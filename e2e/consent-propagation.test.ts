import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { createTokenMinter, readTokenKeys } from 'privity/consent/propagation'
import { parsePolicy } from 'privity/policy'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/index.ts'
import { type RunningApp, startApp } from './harness/run-app.ts'

const service = fileURLToPath(new URL('fixtures/consent/service.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'privity-consent-'))

interface KeyPair {
  readonly signing: string
  readonly verifying: string
}

function createKeys(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    signing: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    verifying: JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }),
  }
}

const keys = createKeys()
const key = 'dGVzdHMgb2YgcHJvcGFnYXRpb24sIGZvciBub2JvZHkgZWxzZSAxMjM0NTY3ODkw'

let receiver: OtlpReceiver
let stranger: http.Server
let strangerUrl: string
/** The headers that the stranger got. */
let overheard: http.IncomingHttpHeaders[] = []
const running: RunningApp[] = []

interface Service {
  readonly url: string
  readonly host: string
  readonly rpc: string
}

async function startService(name: string, to: readonly string[], env: Record<string, string> = {}): Promise<Service> {
  const policy = join(folder, `${name}.json`)
  const flows = { personalization: { form: 'pseudonymous', accepts: ['technical', 'interaction'] } }
  const propagation = { trustDomain: 'acme.internal', to, carry: ['region'] }
  writeFileSync(policy, JSON.stringify({ version: '1', flows, propagation }))
  const app = startApp({
    args: [service],
    flag: '--require',
    env: {
      PRIVITY_POLICY: policy,
      PRIVITY_KEY: key,
      OTEL_SERVICE_NAME: name,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
      OTEL_METRICS_EXPORTER: 'none',
      ...env,
    },
  })
  running.push(app)
  const url = await app.url
  const [, rpc] = await app.wrote(/\{"rpc":(\d+)\}/u)
  return { url, host: new URL(url).host, rpc: `127.0.0.1:${rpc}` }
}

let orders: Service
let stock: Service
let edge: Service

beforeAll(async () => {
  await build()
  receiver = await startOtlpReceiver()
  stranger = http.createServer((request, response) => {
    overheard.push(request.headers)
    response.end('{}')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`
  const verifying = { PRIVITY_CONSENT_VERIFY_KEYS: keys.verifying }
  stock = await startService('stock', [], verifying)
  orders = await startService('orders', [stock.host, stock.rpc], verifying)
  edge = await startService('edge', [orders.host, orders.rpc], {
    PRIVITY_CONSENT_SIGNING_KEY: keys.signing,
    CONSENT: JSON.stringify({ 'ada-0001': { personalization: 'granted' }, 'bob-0002': { personalization: 'denied' } }),
  })
})

afterEach(() => {
  receiver.clear()
  overheard = []
})

afterAll(async () => {
  for (const app of running) app.kill('SIGKILL')
  await Promise.all(running.map(({ ended }) => ended))
  await new Promise((resolve) => stranger.close(resolve))
  await receiver.close()
  rmSync(folder, { recursive: true })
})

async function get(url: string, headers: Record<string, string> = {}): Promise<Record<string, Record<string, string>>> {
  const response = await fetch(url, { headers })
  expect(response.status).toBe(200)
  return response.json() as Promise<Record<string, Record<string, string>>>
}

const via = (from: Service, how: string, to: string): string => `${from.url}${how}?to=${encodeURIComponent(to)}`

/** Server spans that left by the flow that rests on consent, by service. */
function consented(name: string) {
  return receiver
    .spans()
    .filter((span) => span.kind === 2 && span.attributes['privity.flow'] === 'personalization')
    .filter((span) => span.resource['service.name'] === name)
}

/** Late spans of an earlier test are of the same person. */
function subjectsOf(name: string): Set<unknown> {
  return new Set(consented(name).map((span) => span.attributes['privity.subject']))
}

/** Waits for what was sent, and then for what should not have been. */
async function untilDelivered(name: string, count = 1): Promise<void> {
  await expect.poll(() => consented(name).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(count)
}

describe('consent between services', () => {
  it.each(['/fetch', '/http'])(
    'goes by %s from service to service, and each knows the person by the same pseudonym',
    async (how) => {
      await get(via(edge, how, via(orders, how, `${stock.url}/headers`)), { 'x-user': 'ada-0001' })
      for (const name of ['edge', 'orders', 'stock']) await untilDelivered(name)
      const subjects = ['edge', 'orders', 'stock'].flatMap((name) =>
        consented(name).map((s) => s.attributes['privity.subject']),
      )
      expect(new Set(subjects).size).toBe(1)
      expect(subjects[0]).toMatch(/^ps1_/u)
      expect(inspect(receiver.spans(), { depth: 9 })).not.toContain('ada-0001')
    },
  )

  it('goes by gRPC', async () => {
    const { seen } = await get(via(edge, '/grpc', orders.rpc), { 'x-user': 'ada-0001' })
    expect(seen?.['privity-consent']).toBeUndefined()
    expect(seen?.traceparent).toBeDefined()
    await untilDelivered('orders')
    expect(consented('orders')[0]?.attributes['privity.subject']).toBe(
      consented('edge')[0]?.attributes['privity.subject'],
    )
  })

  it('is no more than what the person said', async () => {
    const { wire } = await get(via(edge, '/fetch', `${orders.url}/headers`), { 'x-user': 'bob-0002' })
    expect(wire?.['privity-consent']).toBeDefined()
    // ada comes after, so what bob's request left would be there
    await get(via(edge, '/fetch', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
    await untilDelivered('orders')
    expect(subjectsOf('orders').size).toBe(1)
  })

  it('is handed on unchanged by a service that has no key to sign with', async () => {
    const first = await get(via(edge, '/http', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
    const second = await get(via(edge, '/http', via(orders, '/fetch', `${stock.url}/headers`)), {
      'x-user': 'ada-0001',
    })
    expect(second.wire?.['privity-consent']).toBe(first.wire?.['privity-consent'])
  })

  it('is not told to strangers, and neither is baggage but what the policy calls harmless', async () => {
    for (const how of ['/fetch', '/http'])
      for (const from of [via(edge, how, strangerUrl), via(edge, how, via(orders, `${how}`, strangerUrl))])
        await get(from, { 'x-user': 'ada-0001' })
    expect(overheard).toHaveLength(4)
    for (const headers of overheard) {
      expect(headers['privity-consent']).toBeUndefined()
      expect(headers.baggage).toBe('region=eu')
      expect(headers.traceparent).toBeDefined()
    }
  })

  it('and baggage go on to the services of the list where the trace is not sampled', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
    const { wire } = await get(via(edge, '/http', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
    const headers = { traceparent, baggage: 'user.id=ada', 'privity-consent': wire?.['privity-consent'] ?? '' }
    const onward = await get(via(orders, '/fetch', `${stock.url}/headers`), headers)
    expect(onward.wire).toMatchObject({ 'privity-consent': headers['privity-consent'], baggage: 'user.id=ada' })
    expect(onward.wire?.traceparent).toMatch(/-00$/u)
    await get(via(orders, '/fetch', strangerUrl), headers)
    expect(overheard[0]?.['privity-consent']).toBeUndefined()
    expect(overheard[0]?.baggage).toBeUndefined()
  })

  it('lets baggage reach the services of the list as a whole', async () => {
    const { wire } = await get(via(edge, '/http', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
    expect(wire?.baggage).toBe('user.id=id-of-ada-0001,region=eu')
  })

  describe('a forged token', () => {
    it.each(['/fetch', '/http'])('is taken out at the edge, and reaches nobody by %s', async (how) => {
      const token = forge()
      const { wire, seen } = await get(`${via(edge, how, `${orders.url}/headers`)}&copy`, { 'privity-consent': token })
      expect(wire?.['privity-consent']).toBeUndefined()
      expect(seen?.['privity-consent']).toBeUndefined()
      await get(`${via(edge, how, strangerUrl)}&copy`, { 'privity-consent': token })
      expect(overheard[0]?.['privity-consent']).toBeUndefined()
    })

    it('makes nobody known', async () => {
      await get(`${orders.url}/headers`, { 'privity-consent': forge() })
      await get(via(edge, '/fetch', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
      await untilDelivered('orders')
      expect(subjectsOf('orders').size).toBe(1)
    })
  })

  it('given to a service is not handed on by code that copies headers to strangers', async () => {
    for (const how of ['/fetch', '/http'])
      await get(via(edge, '/fetch', `${via(orders, how, strangerUrl)}&copy`), { 'x-user': 'ada-0001' })
    expect(overheard).toHaveLength(2)
    for (const headers of overheard) expect(headers['privity-consent']).toBeUndefined()
  })

  it('ends with a withdrawal: the next request tells it', async () => {
    await get(`${edge.url}/withdraw?subject=ada-0001`)
    await get(via(edge, '/fetch', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
    const { wire } = await get(via(edge, '/fetch', `${orders.url}/headers`), { 'x-user': 'ada-0001' })
    const claims = JSON.parse(Buffer.from(wire?.['privity-consent']?.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({ granted: [], denied: ['personalization'] })
  })
})

/** What somebody else's edge would send. */
function forge(): string {
  const other = readTokenKeys({ signingKey: createKeys().signing })
  const [kid] = readTokenKeys({ signingKey: keys.signing }).verifying.keys()
  if (other.signing === undefined || kid === undefined) throw new Error('no keys')
  const policy = parsePolicy({ version: '1', propagation: { trustDomain: 'acme.internal' } })
  const pseudonymOf = () => 'AAAAAAAAAAAAAAAAAAAAAA'
  const mint = createTokenMinter({ policy, signing: { kid, key: other.signing.key }, pseudonymOf })
  const grants = { personalization: 'granted' } as const
  const token = mint({ tenant: 'acme', subject: 'ada-0001' }, { epoch: 1, grants, changedAt: 0, validUntil: Infinity })
  if (token === undefined) throw new Error('no token')
  return token
}
