import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/index.ts'
import { redisObstacle, startRedis, type TestRedis } from '../testing/redis-fixture.ts'
import { type RunningApp, startApp } from './harness/run-app.ts'

// Where Redis must be there, its absence is a failure; elsewhere whoever has none is not kept from testing.
const obstacle = redisObstacle()
const skipped = obstacle !== undefined && process.env.PRIVITY_REQUIRE_REDIS !== '1'
// the reporter counts what is skipped, and does not say why
if (skipped) process.stderr.write(`The tests with a real queue are skipped: ${obstacle}\n`)

const service = fileURLToPath(new URL('fixtures/consent/queue.mjs', import.meta.url))
/** Kinds of spans in OTLP. */
const [server, consumer] = [2, 5]
const key = 'dGVzdHMgb2YgcXVldWVzLCBmb3Igbm9ib2R5IGVsc2UgMTIzNDU2Nzg5MDEyMzQ1'

describe.skipIf(skipped)('consent in jobs of BullMQ, through a real Redis', () => {
  const folder = skipped ? '' : mkdtempSync(join(tmpdir(), 'privity-queue-'))
  let redis: TestRedis
  let receiver: OtlpReceiver
  let edge: RunningApp
  let mail: RunningApp
  let audit: RunningApp
  let url = ''

  beforeAll(async () => {
    await build()
    redis = await startRedis()
    receiver = await startOtlpReceiver()
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const signing = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    const verifying = JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] })
    const consent = { 'ada-0001': { personalization: 'granted' }, 'bob-0002': { personalization: 'denied' } }
    edge = start('edge', { PRIVITY_CONSENT_SIGNING_KEY: signing, CONSENT: JSON.stringify(consent) })
    mail = start('mail', { PRIVITY_CONSENT_VERIFY_KEYS: verifying, WORKS_ON: 'mail' })
    audit = start('audit', { PRIVITY_CONSENT_VERIFY_KEYS: verifying, WORKS_ON: 'audit' })
    url = await edge.url
    await Promise.all([mail.url, audit.url])
  }, 120_000)

  afterAll(async () => {
    for (const app of [edge, mail, audit]) app?.kill('SIGKILL')
    await Promise.all([edge, mail, audit].map((app) => app?.ended))
    await receiver?.close()
    await redis?.stop()
    rmSync(folder, { recursive: true })
  })

  function start(name: string, env: Record<string, string>): RunningApp {
    const policy = join(folder, `${name}.json`)
    const flows = { personalization: { form: 'pseudonymous', accepts: ['technical', 'interaction'] } }
    const propagation = { trustDomain: 'acme.internal', to: ['bullmq:mail'], carry: ['region'] }
    writeFileSync(policy, JSON.stringify({ version: '1', flows, propagation }))
    return startApp({
      args: [service],
      flag: '--require',
      env: {
        PRIVITY_POLICY: policy,
        PRIVITY_KEY: key,
        REDIS_PORT: String(redis.port),
        OTEL_SERVICE_NAME: name,
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_BSP_SCHEDULE_DELAY: '100',
        OTEL_METRICS_EXPORTER: 'none',
        ...env,
      },
    })
  }

  let jobs = 0
  /** @returns what lies in Redis beside the job, and what the worker was told */
  async function enqueue(queue: 'mail' | 'audit', user: string) {
    const number = String(++jobs)
    const response = await fetch(`${url}/jobs?queue=${queue}&number=${number}`, { headers: { 'x-user': user } })
    const { metadata } = (await response.json()) as { metadata: string }
    const [, done = ''] = await { mail, audit }[queue].wrote(new RegExp(`(\\{"job":"${number}".*\\})`, 'u'))
    const { baggage } = JSON.parse(done) as { baggage: string[] }
    return { headers: JSON.parse(metadata) as Record<string, string>, baggage }
  }

  /** Pseudonyms of the people whose spans of this service and kind left by the flow that rests on consent. */
  function subjectsOf(name: string, kind = consumer): unknown[] {
    return receiver
      .spans()
      .filter((span) => span.kind === kind && span.resource['service.name'] === name)
      .filter((span) => span.attributes['privity.flow'] === 'personalization')
      .map((span) => span.attributes['privity.subject'])
  }

  it('reaches the worker, who then knows the person by the same pseudonym', async () => {
    const { headers, baggage } = await enqueue('mail', 'ada-0001')
    expect(headers['privity-consent']).toBeDefined()
    expect(baggage).toEqual(['user.id=ada-0001', 'region=eu'])
    await expect.poll(() => subjectsOf('mail').length, { timeout: 15_000 }).toBeGreaterThan(0)
    await expect.poll(() => subjectsOf('edge', server).length, { timeout: 15_000 }).toBeGreaterThan(0)
    expect(new Set([...subjectsOf('mail'), ...subjectsOf('edge', server)]).size).toBe(1)
  })

  it('does not reach a queue that the policy does not name, and neither does the id of the person', async () => {
    const { headers, baggage } = await enqueue('audit', 'ada-0001')
    expect(Object.keys(headers).sort()).toEqual(['baggage', 'traceparent'])
    expect(baggage).toEqual(['region=eu'])
    await enqueue('mail', 'ada-0001')
    await expect.poll(() => subjectsOf('mail').length, { timeout: 15_000 }).toBeGreaterThan(0)
    // whom the job is about is not known there
    expect(subjectsOf('audit')).toEqual([])
  })

  it('withholds what was denied, and what is withdrawn', async () => {
    await enqueue('mail', 'ada-0001')
    await expect.poll(() => subjectsOf('mail').length, { timeout: 15_000 }).toBeGreaterThan(0)
    await fetch(`${url}/withdraw`, { headers: { 'x-user': 'ada-0001' } })
    await pause(1_000)
    receiver.clear()
    await enqueue('mail', 'bob-0002')
    await enqueue('mail', 'ada-0001')
    // spans of the flow that needs nobody's consent do arrive
    const arrived = () =>
      receiver.spans().filter((span) => span.resource['service.name'] === 'mail' && span.kind === consumer).length
    await expect.poll(arrived, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
    expect(subjectsOf('mail')).toEqual([])
  })
})
