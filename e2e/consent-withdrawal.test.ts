import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { signApiToken } from 'privity/consent/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/index.ts'
import { startPostgres, type TestPostgres } from '../testing/postgres-fixture.ts'
import { type RunningApp, startApp } from './harness/run-app.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/consent/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'privity-withdrawal-'))
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const privateJwk = privateKey.export({ format: 'jwk' })
const publicKeys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }] }
const signer = {
  issuer: 'https://shop.example',
  audience: 'consent',
  key: privateKey,
  algorithm: 'EdDSA',
  keyId: 'k1',
} as const

/** How long a denial may take to count in every process. */
const promiseMillis = 5_000

let receiver: OtlpReceiver
let postgres: TestPostgres
let apiUrl: string
const running: RunningApp[] = []

beforeAll(async () => {
  await build()
  receiver = await startOtlpReceiver()
  postgres = await startPostgres()
  const policy = join(folder, 'policy.json')
  const flows = { operations: false, personalization: { form: 'pseudonymous', accepts: ['technical', 'interaction'] } }
  writeFileSync(policy, JSON.stringify({ flows, classification: { 'app.capturedAt': 'technical' } }))
  const env = {
    DATABASE_URL: await postgres.createDatabase(),
    PRIVITY_POLICY: policy,
    PRIVITY_KEY: 'dGVzdHMgb2Ygd2l0aGRyYXdhbCwgZm9yIG5vYm9keSBlbHNlIDEyMzQ1Njc4OTA=',
    PUBLIC_KEYS: JSON.stringify(publicKeys),
    PRIVATE_KEY: JSON.stringify(privateJwk),
  }
  const api = startApp({ args: [fixture('api.mjs')], env })
  running.push(api)
  apiUrl = await api.url
  for (const source of ['ledger', 'api'] as const) {
    const worker = startApp({
      args: [fixture('worker.mjs')],
      flag: '--import',
      env: {
        ...env,
        API_URL: apiUrl,
        SOURCE: source,
        OTEL_SERVICE_NAME: source,
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_BSP_SCHEDULE_DELAY: '200',
        OTEL_METRICS_EXPORTER: 'none',
        OTEL_LOGS_EXPORTER: 'none',
      },
    })
    running.push(worker)
    await worker.wrote(/working/u)
  }
})
afterAll(async () => {
  for (const app of running) app.kill('SIGKILL')
  await Promise.all(running.map(({ ended }) => ended))
  await receiver?.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What the person does on the settings page of the shop. */
async function says(grant: 'granted' | 'denied'): Promise<void> {
  const token = await signApiToken(signer, { subject: 'ada', scopes: ['self'] })
  const response = await fetch(`${apiUrl}/v1/me/consent`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ changes: [{ purpose: 'personalization', grant }] }),
  })
  expect(response.status, await response.clone().text()).toBe(200)
}

const workOf = (service: string) =>
  receiver.spans().filter(({ name, resource }) => name === 'work' && resource['service.name'] === service)

describe('a person who changes their mind', () => {
  it('is heard in every process within five seconds, by way of the ledger and by way of the API', async () => {
    await wait(1_000)
    expect(receiver.spans()).toEqual([])
    for (let round = 0; round < 2; round++) {
      const before = { ledger: workOf('ledger').length, api: workOf('api').length }
      await says('granted')
      for (const service of ['ledger', 'api'] as const) {
        await expect.poll(() => workOf(service).length, { timeout: 20_000 }).toBeGreaterThan(before[service])
      }
      await says('denied')
      const denied = Date.now()
      await wait(promiseMillis)
      const arrived = receiver.spans().length
      await wait(2_000)
      expect(receiver.spans().length).toBe(arrived)
      // and nothing that was captured once the denial was to be known
      const late = receiver.spans().filter(({ attributes }) => Number(attributes['app.capturedAt']) > denied + 2_000)
      if (round === 1) expect(late).toEqual([])
    }
  })
})
