import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { runCommand } from './run-command.ts'

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'privity-cli-'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true })
})

async function run(argv: readonly string[], env: Record<string, string> = {}) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(argv, {
    cwd,
    env,
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    showProgress: undefined,
    signal: new AbortController().signal,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function write(name: string, text: string): void {
  writeFileSync(join(cwd, name), text)
}

describe('privity', () => {
  it('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: manifest.version, err: '' })
  })

  it('lists its commands for --help, and as an error for nothing', async () => {
    const help = await run(['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const name of ['scan', 'policy check', 'policy explain', 'collector generate'])
      expect(help.out).toContain(name)
    expect(await run([])).toEqual({ code: 2, out: '', err: help.out })
  })

  it.each(['scan', 'policy check', 'policy explain', 'collector generate'])('explains %s for --help', async (name) => {
    expect(await run([...name.split(' '), '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Usage: privity ${name} `),
    })
  })

  it.each([
    [['polcy', 'check'], 'Did you mean: privity policy check'],
    [['policy', 'chekc', 'FILE'], 'Did you mean: privity policy check'],
    [['policy'], 'There is: policy check, policy explain.'],
    [['policy', 'banana'], 'There is: policy check, policy explain.'],
    [['--banana'], 'See privity --help.'],
  ])('ends %j with 2 and a hint', async (argv, hint) => {
    const { code, out, err } = await run(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(hint)
  })

  it.each([
    [['policy', 'check', '--banana']],
    [['policy', 'check', 'a', 'b']],
    [['policy', 'explain']],
    [['policy', 'explain', '--key', '']],
    [['policy', 'explain', '--key']],
    [['policy', 'explain', '--key', 'a', '--flow', 'operatons']],
    [['collector', 'generate', 'a', 'b']],
  ])('ends %j with 2 and says why', async (argv) => {
    expect(await run(argv)).toEqual({ code: 2, out: '', err: expect.stringMatching(/^privity: ./) })
  })
})

describe('privity policy check', () => {
  it('describes a valid policy and ends with 0', async () => {
    write('own.yaml', 'version: "7"\nflows: { security: { form: pseudonymous, retention: 12h } }')
    const { code, out } = await run(['policy', 'check', 'own.yaml'])
    expect(code).toBe(0)
    expect(out).toContain('own.yaml is valid (version 7).')
    expect(out).toContain('operations: for operations; anonymous; accepts technical; to where OTEL_* points; kept 30 d')
    expect(out).toContain('security: for security; pseudonymous; accepts technical; to where OTEL_* points; kept 0.5 d')
  })

  it('lists every problem with its place and ends with 1', async () => {
    write('own.yaml', 'version: 7\nflow: {}')
    const { code, out, err } = await run(['policy', 'check', 'own.yaml'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('own.yaml:1:1: version: wrong_type')
    expect(err).toContain('own.yaml:2:1: flow: unknown_key')
  })

  it('ends with 1 for a file that is not there', async () => {
    expect(await run(['policy', 'check', 'own.yaml'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('not_found'),
    })
  })

  it('takes the policy that a process would take', async () => {
    expect((await run(['policy', 'check'])).out).toContain('the default policy is valid')
    write('privity.policy.yaml', 'version: "here"')
    expect((await run(['policy', 'check'])).out).toContain('version here')
    write('other.yaml', 'version: "other"')
    expect((await run(['policy', 'check'], { PRIVITY_POLICY: 'other.yaml' })).out).toContain('version other')
  })

  it('names the variables that headers need, and never their values', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how a policy refers to a variable
    const headers = '{ authorization: "Bearer ${env:TOKEN}", x-key: "${env:KEY} ${env:TOKEN}" }'
    write('own.yaml', `flows: { security: { to: { otlp: { headers: ${headers} } } } }`)
    const { code, out } = await run(['policy', 'check', 'own.yaml'], { TOKEN: 'canary' })
    expect(code).toBe(0)
    expect(out).toContain('Needs in the environment: TOKEN, KEY')
    expect(out).not.toContain('canary')
  })
})

describe('privity policy explain', () => {
  const policy = [
    'classification: { "app.customer.*": identifier, "app.customer.plan": interaction, "app.note": content }',
    'flows:',
    '  personalization: { form: pseudonymous }',
    '  model_training: { form: raw, accepts: [technical, interaction, content] }',
  ].join('\n')

  async function explain(...args: string[]) {
    write('own.yaml', policy)
    const { code, out, err } = await run(['policy', 'explain', 'own.yaml', '--json', ...args])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return JSON.parse(out)
  }

  it('names the rule and the class that decide, and what each flow does', async () => {
    expect(await explain('--key', 'app.customer.name')).toMatchObject({
      key: 'app.customer.name',
      class: 'identifier',
      rule: 'policy: app.customer.*',
      flows: [
        { flow: 'operations', form: 'anonymous', action: 'remove' },
        { flow: 'personalization', form: 'pseudonymous', action: 'pseudonymise' },
        { flow: 'model_training', form: 'raw', action: 'remove' },
      ],
    })
    expect(await explain('--key', 'app.customer.plan')).toMatchObject({
      class: 'interaction',
      rule: 'policy: app.customer.plan',
      flows: [{ action: 'remove' }, { action: 'scan' }, { action: 'scan' }],
    })
  })

  it('knows the semantic conventions and says so', async () => {
    expect(await explain('--key', 'enduser.id')).toMatchObject({ class: 'identifier', rule: 'semconv: enduser.id' })
    expect(await explain('--key', 'http.response.status_code')).toMatchObject({ class: 'technical' })
  })

  it('treats an unknown key like content', async () => {
    const { class: dataClass, flows } = await explain('--key', 'zzz.qqq')
    expect(dataClass).toBe('unclassified')
    expect(flows.map((flow: { action: string }) => flow.action)).toEqual(['remove', 'scan', 'scan'])
  })

  it('removes a key that is itself about a person, whatever the policy says of its class', async () => {
    const flows: { action: string; reason: string }[] = (await explain('--key', 'app.note.bob@example.com')).flows
    for (const flow of flows) expect(flow.action).toBe('remove')
    expect(flows[1]?.reason).toContain('the key itself')
  })

  it('shows one flow on request', async () => {
    expect((await explain('--key', 'enduser.id', '--flow', 'operations')).flows).toHaveLength(1)
  })

  it('shows what leaves of a value, made by the guard itself', async () => {
    const { flows } = await explain('--key', 'app.note', '--value', 'write to bob@example.com today')
    expect(flows[0].value).toBeUndefined()
    expect(flows[1].value).toMatch(/^write to (?!bob).* today$/)
    expect(flows[1].remarks).toEqual([expect.stringContaining('email')])
    const kept = (await explain('--key', 'app.customer.plan', '--value', 'gold')).flows[1]
    expect(kept).toMatchObject({ value: 'gold', remarks: [] })
  })

  it('makes pseudonyms of a value that lead to nobody, whatever the key of the process', async () => {
    write('own.yaml', policy)
    const args = ['policy', 'explain', 'own.yaml', '--key', 'enduser.id', '--value', 'u-17', '--json']
    const first = (await run(args, { PRIVITY_KEY: 'a secret of at least thirty-two characters' })).out
    const second = (await run(args, { PRIVITY_KEY: 'a secret of at least thirty-two characters' })).out
    expect(first).toContain('ps1_')
    expect(first).not.toBe(second)
  })

  it('says the same in words', async () => {
    write('own.yaml', policy)
    const { code, out } = await run([
      'policy',
      'explain',
      'own.yaml',
      '--key',
      'enduser.id',
      '--flow',
      'operations',
      '--value',
      'u',
    ])
    expect(code).toBe(0)
    expect(out).toContain('class  identifier')
    expect(out).toContain('rule   semconv: enduser.id')
    expect(out).toContain('operations (anonymous)\n    removed\n    because the form anonymous has no place for')
    expect(out).toContain('"u" leaves not at all')
  })
})

describe('privity collector generate', () => {
  it('writes both files into a new directory', async () => {
    expect(await run(['collector', 'generate', '--out', 'deep/down'])).toMatchObject({
      code: 0,
      out: 'Wrote deep/down/collector.yaml\nWrote deep/down/builder.yaml',
    })
    expect(readFileSync(join(cwd, 'deep/down/collector.yaml'), 'utf8')).toContain('receivers:')
    expect(readFileSync(join(cwd, 'deep/down/builder.yaml'), 'utf8')).toContain('dist:')
  })

  it('writes no secret of the policy', async () => {
    write(
      'privity.policy.yaml',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how a policy refers to a variable
      'flows: { operations: { to: { otlp: { endpoint: "https://h.example", headers: { x-key: "${env:KEY}" } } } } }',
    )
    expect(await run(['collector', 'generate'], { KEY: 'canary' })).toMatchObject({ code: 0 })
    const text = readFileSync(join(cwd, 'collector.yaml'), 'utf8')
    expect(text).toContain('exporters:')
    expect(text).not.toContain('canary')
  })

  it('ends with 1 where it may not write', async () => {
    write('taken', '')
    expect(await run(['collector', 'generate', '--out', 'taken'])).toMatchObject({ code: 1, out: '' })
  })
})
