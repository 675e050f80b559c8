import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse-policy.ts'
import { buildCollector, buildObstacle } from '../scripts/build-collector.ts'
import { exportRequest, type RecordSample, type Sample, type SampleSignal } from '../scripts/otlp-samples.ts'
import { plantedIn, plantedInVerdict, plantedText } from '../scripts/plant-canaries.ts'
import { type RunningCollector, startCollector } from '../scripts/start-collector.ts'
import { canaries } from '../testing/canaries.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts'
import { generateCollectorConfig } from './generate.ts'
import { environment } from './ottl.ts'

// Where the Collector must be there, its absence is a failure; elsewhere whoever has no Go is not kept from testing.
const required = process.env.PRIVITY_REQUIRE_COLLECTOR === '1' || Boolean(process.env.CI)
const obstacle = buildObstacle()
const skipped = obstacle !== undefined && !required
// the reporter counts what is skipped, and does not say why
if (skipped) process.stderr.write(`The tests with the real Collector are skipped: ${obstacle}\n`)

const signals = ['traces', 'logs', 'metrics'] as const
const policy = parsePolicy({
  version: 'v1',
  classification: { 'app.plan': 'technical', 'app.customer.*': 'identifier', 'app.metrics.*': 'technical' },
  redaction: { custom: [{ name: 'ticket', pattern: 'TCK-\\d{6}' }] },
  flows: {
    company_context: { purposes: ['personalization'], form: 'pseudonymous' },
  },
  consent: { unknownSubject: 'anonymous' },
})
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
const pseudonym = `ps1_0a1b2c3d4e_${'Ab3_-'.repeat(4)}xy`

const operations = verdict('operations', 'anonymous', 'operations')
const companyContext = {
  ...verdict('company_context', 'pseudonymous', 'personalization'),
  'privity.subject': pseudonym,
  'privity.tenant': pseudonym,
  'privity.consent.epoch': 3,
}

const { 'privity.subject': _, 'privity.consent.epoch': __, ...ofNobody } = companyContext
const ofSeveral = {
  ...ofNobody,
  'privity.subjects': [pseudonym, `ps1_0a1b2c3d4e_${'Cd4_-'.repeat(4)}xy`],
  'privity.consent.epochs': [3, 12],
}

describe.skipIf(skipped)('the Collector', { timeout: 60_000 }, () => {
  let binary = ''
  let receiver: OtlpReceiver
  let collector: RunningCollector
  const { collector: config } = generateCollectorConfig(policy)

  beforeAll(() => {
    binary = buildCollector()
  }, 1_800_000)

  beforeEach(async () => {
    receiver = await startOtlpReceiver()
    collector = await start(config)
  }, 60_000)

  afterEach(async () => {
    await collector.stop()
    await receiver.close()
  }, 60_000)

  const start = (text: string, featureGates?: string) => {
    const to = Object.fromEntries(Object.keys(policy.flows).map((flow) => [flow, `${receiver.url}/${flow}`]))
    return startCollector({ binary, config: text, to, featureGates })
  }

  async function send(signal: SampleSignal, sample: RecordSample): Promise<number> {
    const response = await fetch(`${collector.url}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(exportRequest(signal, sample)),
    })
    await response.text()
    return response.status
  }

  const arrived = () => [...receiver.spans(), ...receiver.logs(), ...receiver.metrics()]

  it('takes the configurations of the default policy and of one with every form', () => {
    const directory = mkdtempSync(join(tmpdir(), 'privity-validate-'))
    try {
      for (const candidate of [{}, everyForm]) {
        const file = join(directory, 'collector.yaml')
        const parsed = parsePolicy(candidate)
        writeFileSync(file, generateCollectorConfig(parsed).collector)
        const to = Object.keys(parsed.flows).map((flow) => [
          `PRIVITY_COLLECTOR_${flow.toUpperCase()}_ENDPOINT`,
          'http://127.0.0.1:9',
        ])
        execFileSync(binary, ['validate', '--config', file], { env: Object.fromEntries(to), stdio: 'pipe' })
        // nobody said where to send on: it does not start
        expect(() => execFileSync(binary, ['validate', '--config', file], { env: {}, stdio: 'pipe' })).toThrow(
          /endpoint/,
        )
      }
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  it('lets nothing through that carries no verdict for a flow of the policy', async () => {
    const planted = canaries(1)
    for (const [what, bad] of Object.entries(withoutVerdict())) {
      for (const signal of signals) {
        const attributes = { 'http.route': planted.secret(`${what} in ${signal}`) }
        expect([what, await send(signal, { verdict: bad, attributes, inner: attributes })]).toEqual([what, 200])
      }
    }
    // a verdict counts where the record of that signal carries it, and nowhere else
    for (const signal of signals) {
      const carrier = { ...operations, 'service.name': planted.secret(`misplaced in ${signal}`) }
      await send(
        signal,
        signal === 'metrics' ? { scope: carrier, inner: carrier } : { resource: carrier, scope: carrier },
      )
    }
    for (const signal of signals) await send(signal, { verdict: operations, name: 'good' })
    await collector.stop()
    expect(planted.leaks(receiver.bytes())).toEqual([])
    expect(receiver.spans().map(({ name }) => name)).toEqual(['good'])
    expect(receiver.logs().map(({ eventName }) => eventName)).toEqual(['good'])
    expect(new Set(receiver.metrics().map(({ name }) => name))).toEqual(new Set(['good']))
  })

  it('sends each record to its own flow only', async () => {
    const ofNobody = verdict('company_context', 'anonymous', 'personalization')
    for (const signal of ['traces', 'logs'] as const)
      for (const sent of [operations, companyContext, ofNobody]) await send(signal, { verdict: sent, name: 'x' })
    await collector.stop()
    const ways = [...receiver.spans(), ...receiver.logs()].map(
      ({ prefix, attributes }) => `${prefix} ${attributes['privity.flow']} ${attributes['privity.form']}`,
    )
    expect(ways.toSorted()).toEqual(
      [
        '/operations operations anonymous',
        '/company_context company_context pseudonymous',
        '/company_context company_context anonymous',
      ]
        .flatMap((way) => [way, way])
        .toSorted(),
    )
  })

  it('knows records about several people, and lets nothing else stand where their pseudonyms are', async () => {
    const clear = { 'privity.subjects': ['ada@acme.example'], 'privity.consent.epochs': ['ada@acme.example'] }
    for (const signal of ['traces', 'logs'] as const) {
      await send(signal, { verdict: ofSeveral, name: 'several' })
      await send(signal, { verdict: { ...companyContext, ...clear }, name: 'one' })
      await send(signal, { verdict: { ...ofSeveral, 'privity.subject': 'ada@acme.example' }, name: 'more' })
    }
    await collector.stop()
    for (const received of [receiver.spans(), receiver.logs()]) {
      expect(received.map(({ attributes }) => attributes)).toEqual(
        [ofSeveral, companyContext, ofSeveral].map((sent) => expect.objectContaining(sent)),
      )
    }
    expect(Buffer.from(receiver.bytes()).includes('ada@acme.example')).toBe(false)
  })

  it('lets no canary through, in any carrier of any signal, in any flow', async () => {
    const planted = canaries(2)
    for (const [flow, sent] of Object.entries({ operations, companyContext })) {
      for (const signal of signals) {
        const plant = (carrier: string) =>
          plantedIn(planted, `${carrier} of ${signal} in ${flow}`, flow === 'operations')
        await send(signal, {
          verdict: { ...sent, ...plantedInVerdict(planted, flow) },
          attributes: { ...plant('record'), 'http.request.method': 'GET' },
          resource: { ...plant('resource'), 'telemetry.sdk.language': 'nodejs' },
          scope: plant('scope'),
          inner: plant('inner'),
          text: (carrier) => plantedText(planted, `${carrier} of ${signal} in ${flow}`, flow === 'operations'),
        })
      }
    }
    await collector.stop()
    expect(planted.planted().length).toBeGreaterThan(400)
    expect(planted.leaks(receiver.bytes()).map(({ carrier, kind }) => `${kind}: ${carrier}`)).toEqual([])
    expect(planted.leaks(collector.log())).toEqual([])
    // the records themselves arrived, with what they may carry
    expect(receiver.spans().map(({ attributes }) => attributes['http.request.method'])).toEqual(['GET', 'GET'])
    expect(receiver.logs()).toHaveLength(2)
    expect(receiver.metrics().every(({ prefix }) => prefix === '/operations')).toBe(true)
    expect(new Set(receiver.metrics().map(({ type }) => type)).size).toBeGreaterThan(3)
    for (const { resource } of arrived()) expect(resource['telemetry.sdk.language']).toBe('nodejs')
  })

  it('keeps what the guard delivers: accepted keys, pseudonyms, general forms, the verdict', async () => {
    const attributes = {
      'http.route': '/tickets/{id}',
      'http.response.status_code': 200,
      'db.query.text': 'SELECT name FROM users WHERE id = ?',
      'user_agent.original': 'Chrome 128',
      'exception.stacktrace': '    at find (users.js:3:9)\n    at async Promise.all (index 0)',
      'app.plan': 'gold',
      'app.metrics.depth': 1.5,
      'gen_ai.response.finish_reasons': ['stop'],
    }
    const remarks = { 'privity.remarks': ['attributes:class/identifier:remove:2', 'body:entity/email:mask:1'] }
    const known = { 'user.id': pseudonym, 'app.customer.name': pseudonym, 'app.note': 'asked for a longer trial' }
    const sent = { ...companyContext, ...remarks }
    await send('traces', { verdict: { ...operations, ...remarks }, attributes, name: 'GET /tickets/{id}' })
    await send('traces', { verdict: sent, attributes: { ...attributes, ...known }, name: 'GET /tickets/{id}' })
    await send('metrics', { verdict: operations, inner: { 'http.route': '/x' }, name: 'http.server.request.duration' })
    await collector.stop()
    const [ops, context] = receiver.spans().toSorted((a, b) => b.prefix.localeCompare(a.prefix))
    expect(ops?.name).toBe('GET /tickets/{id}')
    expect(ops?.attributes).toEqual({ ...attributes, ...operations, ...remarks })
    expect(context?.attributes).toEqual({ ...attributes, ...known, ...sent })
    expect(receiver.metrics().map(({ resource }) => resource['privity.flow'])).toContain('operations')
    for (const { name, points } of receiver.metrics()) {
      expect(name).toBe('http.server.request.duration')
      for (const point of points) expect(point.attributes).toEqual({ 'http.route': '/x' })
    }
  })

  it('drops spans with links, or their links where it may', async () => {
    await send('traces', { verdict: operations, name: 'with', links: true })
    await send('traces', { verdict: operations, name: 'without' })
    await collector.stop()
    expect(receiver.spans().map(({ name }) => name)).toEqual(['without'])

    collector = await start(config, 'ottl.set.allowNil')
    await send('traces', { verdict: operations, name: 'freed', links: true })
    await collector.stop()
    expect(receiver.spans().find(({ name }) => name === 'freed')?.links).toEqual([])
  })

  it('refuses a request rather than letting it pass when a statement fails', async () => {
    const failing = config.replaceAll('set(trace_state, "")', 'set(trace_state, Time(name, "%Y"))')
    expect(failing).not.toBe(config)
    await collector.stop()
    collector = await start(failing)
    expect(await send('traces', { verdict: operations, name: 'x' })).toBeGreaterThanOrEqual(400)
    await collector.stop()
    expect(arrived()).toEqual([])
  })
})

const everyForm = {
  classification: {
    'app.x$y.*': 'content',
    [`*.${environment('X')}`]: 'technical',
    'a"b\\c': 'sensitive',
    '*': 'interaction',
  },
  redaction: { custom: [{ name: 'ticket', pattern: '\\bTCK-[0-9]{6}$' }], actions: { email: 'mask' } },
  flows: Object.fromEntries(
    ['raw', 'pseudonymous', 'aggregate'].map((form) => [`${form}_flow`, { purposes: ['personalization'], form }]),
  ),
}

function verdict(flow: string, form: string, purpose: string): Sample {
  return {
    'privity.flow': flow,
    'privity.form': form,
    'privity.purposes': [purpose],
    'privity.policy.version': 'v1',
    'privity.expires': tomorrow,
  }
}

/** One thing is wrong with each. */
function withoutVerdict(): Record<string, Sample> {
  const { 'privity.expires': _expires, ...eternal } = operations
  const { 'privity.purposes': _purposes, ...aimless } = operations
  const { 'privity.subject': _subject, ...nameless } = companyContext
  return {
    nothing: {},
    'another flow': { ...operations, 'privity.flow': 'marketing' },
    'a longer flow': { ...operations, 'privity.flow': 'operations\nx' },
    'a number for a flow': { ...operations, 'privity.flow': 7 },
    'a list for a flow': { ...operations, 'privity.flow': ['operations'] },
    'another form': { ...operations, 'privity.form': 'raw' },
    'no purpose': aimless,
    'an empty list of purposes': { ...operations, 'privity.purposes': [] },
    'a purpose of another flow': { ...operations, 'privity.purposes': ['operations', 'personalization'] },
    'no expiry': eternal,
    'today as expiry': { ...operations, 'privity.expires': new Date().toISOString().slice(0, 10) },
    'a past expiry': { ...operations, 'privity.expires': '2024-02-29' },
    'a day that no calendar has': { ...operations, 'privity.expires': '2099-02-30' },
    'a number for an expiry': { ...operations, 'privity.expires': 20991231 },
    'no subject': nameless,
    'a subject in clear': { ...companyContext, 'privity.subject': 'u-1' },
    'several subjects, one in clear': { ...ofSeveral, 'privity.subjects': [pseudonym, 'u-1'] },
    'an empty list of subjects': { ...ofSeveral, 'privity.subjects': [] },
    'a text for several subjects': { ...ofSeveral, 'privity.subjects': `["${pseudonym}"]` },
  }
}
