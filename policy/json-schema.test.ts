import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { policyJsonSchema } from './json-schema.ts'
import { checkPolicy } from './parse-policy.ts'

const committed = fileURLToPath(new URL('./privity.policy.schema.json', import.meta.url))
const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url))

describe('privity.policy.schema.json', () => {
  // after a change of the schema: vitest run --project unit policy/json-schema.test.ts -u
  it('is the one that the zod schema generates', async () => {
    const formatted = execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${committed}`], {
      input: JSON.stringify(policyJsonSchema()),
      encoding: 'utf8',
    })
    await expect(formatted).toMatchFileSnapshot(committed)
  })

  const validate = new Ajv2020().compile(policyJsonSchema())

  it.each([
    {},
    { $schema: './privity.policy.schema.json', version: '1' },
    { purposes: { own: { basis: 'contract' } }, flows: { own: { form: 'pseudonymous', accepts: ['sensitive'] } } },
    { flows: { operations: false, security: { to: { otlp: { headers: { a: 'b' } } } } } },
    { redaction: { actions: { email: 'mask' }, custom: [{ name: 'a', pattern: 'a' }] } },
    { version: 1 },
    { flow: {} },
    { flows: { operations: true } },
    { flows: { security: false } },
    { flows: { security: { retention: '30m' } } },
    { flows: { security: { accepts: ['secret'] } } },
    { redaction: { entities: ['emial'] } },
    { redaction: { actions: { emial: 'mask' } } },
    { limits: { depth: 33 } },
    { purposes: { Own: {} } },
  ])('agrees with the parser where only the shape counts: %j', (input) => {
    const parsed = !('issues' in checkPolicy(input))
    // sensitive data needs consent: that is no matter of shape
    const beyondShape = JSON.stringify(input).includes('sensitive')
    expect(validate(input)).toBe(parsed || beyondShape)
  })
})
