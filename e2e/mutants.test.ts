import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const mutants = join(root, '.cache', 'mutants')

interface Mutant {
  readonly name: string
  /** In `dist/processors/` or, with a path, in `dist/`. */
  readonly file: string
  readonly from: string
  readonly to: string
  /** Shows only when something breaks. */
  readonly faults?: true
}

/** Each is a mistake that somebody could make, and that lets something out. */
const mistakes: readonly Mutant[] = [
  { name: 'span name', file: 'transform/span.js', from: 'transformName(transform, span.name, scope)', to: 'span.name' },
  {
    name: 'span attributes',
    file: 'transform/span.js',
    from: "transformAttributes(transform, span.attributes, scope, 'attributes')",
    to: '{ ...span.attributes }',
  },
  {
    name: 'events',
    file: 'transform/span.js',
    from: 'transformEvents(transform, span.events, scope)',
    to: 'span.events',
  },
  {
    name: 'event names',
    file: 'transform/span.js',
    from: 'transformName(transform, event.name, scope)',
    to: 'event.name',
  },
  { name: 'links', file: 'transform/span.js', from: 'transformLinks(transform, span.links, scope)', to: 'span.links' },
  {
    name: 'status',
    file: 'transform/span.js',
    from: 'transformStatus(transform, span.status, scope)',
    to: 'span.status',
  },
  {
    name: 'trace state',
    file: 'transform/span-context.js',
    from: 'return { traceId, spanId, traceFlags, isRemote };',
    to: 'return original;',
  },
  {
    name: 'resource',
    file: 'transform/span.js',
    from: 'transformResource(transform, span.resource)',
    to: 'span.resource',
  },
  {
    name: 'scope',
    file: 'transform/span.js',
    from: 'transformScope(transform, span.instrumentationScope)',
    to: 'span.instrumentationScope',
  },
  {
    name: 'log body',
    file: 'transform/log.js',
    from: 'transformBody(transform, record.body, scope)',
    to: 'record.body',
  },
  {
    name: 'severity text',
    file: 'transform/log.js',
    from: 'severityText(record.severityText)',
    to: 'record.severityText',
  },
  {
    name: 'log event name',
    file: 'transform/log.js',
    from: 'transformName(transform, record.eventName, scope)',
    to: 'record.eventName',
  },
  {
    name: 'metric description',
    file: 'transform/metrics.js',
    from: "description: ''",
    to: 'description: metric.descriptor.description',
  },
  { name: 'metric unit', file: 'transform/metrics.js', from: "unitPattern.test(unit) ? unit : ''", to: 'unit' },
  {
    name: 'keys that quote somebody',
    file: 'transform/attributes.js',
    from: "decision.action === 'remove' || !decision.keyIsClean",
    to: "decision.action === 'remove'",
  },
  {
    name: 'nested keys',
    file: 'transform/attributes.js',
    from: "inner.action === 'remove' ||",
    to: '',
  },
  { name: 'foreign verdicts', file: 'classification/classify.js', from: "key.startsWith('privity.')", to: 'false' },
  {
    name: 'unknown keys taken for technical',
    file: 'attribute-decision.js',
    from: "classification.class === 'unclassified' ? 'content'",
    to: "classification.class === 'unclassified' ? 'technical'",
  },
  {
    name: 'no detection in what is accepted',
    file: 'transform/text.js',
    from: 'return transform.redact(redacted, scope, carrier)',
    to: 'return redacted',
  },
  {
    name: 'ids of the subject in texts',
    file: 'transform/text.js',
    from: 'if (!redacted.includes(value))',
    to: 'if (true)',
  },
  {
    name: 'consent that nobody gave',
    file: 'verdict/decide.js',
    from: "return before === 'granted' ? 'withdrawn' : 'no_grant';",
    to: "return 'allowed';",
  },
  {
    name: 'records of nobody',
    file: 'verdict/flow-rules.js',
    from: "return { kind: 'withhold', reason: 'unknown_subject' };",
    to: "return { kind: 'deliver', form: flow.form, purposes: flow.purposes, about: [] };",
  },
  {
    name: 'a broken consent source grants',
    file: 'consent/read-consent.js',
    from: 'catch {\n        return undefined;',
    to: "catch {\n        return { epoch: 1, changedAt: 0, validUntil: Infinity, grants: { personalization: 'granted', cross_company_insights: 'granted' } };",
    faults: true,
  },
  {
    name: 'a fault of the guard lets the record through',
    file: 'exporter/record-router.js',
    from: 'const judgement = contained(() => judge(record, flow, last));',
    to: "const judged = contained(() => judge(record, flow, last)); const judgement = judged?.reason === 'fault' ? { kind: 'deliver', record } : judged;",
    faults: true,
  },
  {
    name: 'a fault of a rule lets the text through',
    file: 'transform/flow-transform.js',
    from: "throw new TypeError('privity: a redactor answered no text')",
    to: 'return text',
    faults: true,
  },
]

beforeAll(async () => {
  await build()
  await rm(mutants, { recursive: true, force: true })
})
afterAll(() => rm(mutants, { recursive: true, force: true }))

async function runMutant(index: number, mutant: Mutant | undefined): Promise<{ code: number; output: string }> {
  const folder = join(mutants, String(index))
  await mkdir(join(folder, 'e2e'), { recursive: true })
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await cp(join(root, 'e2e', 'canaries'), join(folder, 'e2e', 'canaries'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  if (mutant !== undefined) await mutate(folder, mutant)
  const args = [join(folder, 'e2e', 'canaries', 'run.ts'), ...(mutant?.faults === true ? ['--faults'] : [])]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout || stderr })
    })
  })
}

async function mutate(folder: string, { file, from, to }: Mutant): Promise<void> {
  const path = join(folder, 'dist', /^(?:consent|exporter)\//u.test(file) ? file : `processors/${file}`)
  const source = await readFile(path, 'utf8')
  // a mutant that changes nothing would pass for one that is caught by nothing
  if (!source.includes(from)) throw new Error(`${file} has changed: it does not hold ${from}`)
  await writeFile(path, source.replaceAll(from, to))
}

describe('the canary suite', () => {
  it('passes on what is built', async () => {
    expect(await runMutant(0, undefined)).toEqual({ code: 0, output: '[]\n' })
  })

  it.concurrent.each(mistakes.map((mutant, index) => ({ ...mutant, index: index + 1 })))(
    'fails on a guard that leaves out: $name',
    async ({ index, ...mutant }) => {
      const { code, output } = await runMutant(index, mutant)
      expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).not.toEqual([])
      expect(code).toBe(1)
    },
  )
})
