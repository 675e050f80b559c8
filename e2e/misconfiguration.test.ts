import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts'
import { runApp } from './harness/run-app.ts'
import { nodeBinary, unsupportedNode } from './harness/runtimes.ts'
import { ending, hookEnv, sameEnding, sameEndingAndMessage } from './harness/same-ending.ts'

// What can be set up wrong gets one message that says what to do, and the application ends as without the hook.

let receiver: OtlpReceiver
let folder: string
beforeAll(async () => {
  await build()
  receiver = await startOtlpReceiver()
  folder = await mkdtemp(join(tmpdir(), 'privity-wrong-'))
})
beforeEach(() => receiver.clear())
afterAll(async () => {
  await receiver?.close()
  await rm(folder, { recursive: true, force: true })
})

const works = { args: [ending('works.mjs')] }

describe('a receiver', () => {
  it('that is not there is named', async () => {
    const gone = await startOtlpReceiver()
    await gone.close()
    await sameEndingAndMessage({ ...works, env: hookEnv(gone.url) }, ['warning', gone.url])
  })

  it('that takes an export and never answers is named, and holds nobody up for long', async () => {
    const hanging = await startOtlpReceiver()
    hanging.setFault({ kind: 'hang' })
    try {
      await sameEndingAndMessage({ ...works, env: hookEnv(hanging.url) }, ['warning', hanging.url])
    } finally {
      await hanging.close()
    }
  })

  it('that refuses everything is named, with the status', async () => {
    const refusing = await startOtlpReceiver()
    refusing.setFault({ kind: 'status', code: 400 })
    try {
      await sameEndingAndMessage({ ...works, env: hookEnv(refusing.url) }, ['warning', refusing.url, '400'])
    } finally {
      await refusing.close()
    }
  })
})

describe('a policy', () => {
  const wrong = `flows:
  operations: { purposes: [no_such_purpose], form: see-through, retention: soon }
colour: green
`

  it('that is wrong: all problems at once, each with its place, and telemetry stays off', async () => {
    const file = join(folder, 'wrong.yaml')
    await writeFile(file, wrong)
    const env = { ...hookEnv(receiver.url), PRIVITY_POLICY: file }
    const places = ['flows.operations.purposes[0]', 'flows.operations.form', 'flows.operations.retention', 'colour']
    const said = await sameEndingAndMessage({ ...works, env }, ['error', 'privity policy check'])
    for (const place of places) expect(said.split(`: ${place}: `), place).toHaveLength(2)
    expect(receiver.requests).toEqual([])
  })

  it('that is found in the working directory counts', async () => {
    await writeFile(join(folder, 'privity.policy.yaml'), wrong)
    await sameEndingAndMessage({ ...works, cwd: folder, env: hookEnv(receiver.url) }, ['error', 'colour'])
  })

  it('that is found there and right holds', async () => {
    await writeFile(join(folder, 'privity.policy.yaml'), 'version: "2026-11-23"\n')
    await sameEnding({ ...works, cwd: folder, env: hookEnv(receiver.url) })
    const versions = receiver.spans().map(({ attributes }) => attributes['privity.policy.version'])
    expect(new Set(versions)).toEqual(new Set(['2026-11-23']))
  })

  it('that is named and not there is refused', async () => {
    const file = join(folder, 'no-such-file.yaml')
    const env = { ...hookEnv(receiver.url), PRIVITY_POLICY: file }
    await sameEndingAndMessage({ ...works, env }, ['error', file])
    expect(receiver.requests).toEqual([])
  })
})

describe('the environment', () => {
  it('without a key: a warning that names the variable', async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }
    await sameEndingAndMessage({ ...works, env }, ['warning', 'PRIVITY_KEY'])
    expect(receiver.spans().length).toBeGreaterThan(0)
  })

  it.each([
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_BSP_SCHEDULE_DELAY', 'soon'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_LOG_LEVEL', 'loud'],
    ['OTEL_NODE_DISABLED_INSTRUMENTATIONS', 'no-such-library'],
    ['OTEL_PROPAGATORS', 'carrier-pigeon'],
    ['OTEL_TRACES_EXPORTER', 'no-such-exporter'],
  ])('with a wrong %s: a warning that names it and the value', async (name, value) => {
    const env = { ...hookEnv(receiver.url), [name]: value }
    await sameEndingAndMessage({ ...works, env }, ['warning', name, value])
  })

  it('of a Node that is too old: a message that names the version to take', async () => {
    const old = { ...works, node: await nodeBinary(unsupportedNode), env: hookEnv(receiver.url) }
    await sameEndingAndMessage(old, ['error', unsupportedNode, '22.15'])
    expect(receiver.requests).toEqual([])
  })

  it('with an SDK that is registered already: a message that names the ways out, and that SDK goes on', async () => {
    const args = ['--require', ending('registered.cjs'), ending('recording.cjs')]
    const without = await runApp({ args, env: hookEnv(receiver.url) })
    expect(without.stdout).toBe('recording true\n')
    // the hook comes last: harness and users alike put it first, where it would be the first SDK
    const env = { ...hookEnv(receiver.url), NODE_OPTIONS: `--require ${ending('registered.cjs')}` }
    await sameEndingAndMessage({ args: [ending('recording.cjs')], env }, ['error', 'withPrivacy'])
  })
})
