import { describe, expect, it } from 'vitest'
import { tidy, tidyProject } from './tidy.ts'

const complaints = (path: string, text: string): string[] => tidy([{ path, text }])

describe('tidy', () => {
  it('has nothing to say about this project', () => {
    expect(tidyProject()).toEqual([])
  })

  it.each([
    ['policy/a.ts', "import { x } from '../processors/b.ts'", 'policy/ may import nothing of ours'],
    ['processors/a.ts', "import type { x } from '../exporter/b.ts'", 'may import policy, consent'],
    ['processors/verdict/a.ts', "export { x } from '../../instrumentation/b.ts'", 'may import policy, consent'],
    ['collector-config/a.ts', "import { x } from '../processors/create-guard.ts'", 'collector-config/ may import'],
    ['testing/a.ts', "import { x } from '../policy/b.ts'", 'testing/ may import nothing'],
    ['exporter/a.ts', "import { BatchSpanProcessor } from '@opentelemetry/sdk-trace'", 'at run time'],
    ['exporter/a.ts', "const sdk = require('@opentelemetry/sdk-trace')", 'at run time'],
    ['policy/a.ts', "createRequire(import.meta.url)('../exporter/b.js')", 'policy/ may import nothing of ours'],
    ['policy/a.ts', "const { x } = await import('../processors/b.ts')", 'policy/ may import nothing of ours'],
    ['consent/a.ts', "load() as typeof import('../exporter/b.ts')", 'may import policy'],
    ['policy/tests/a.test.ts', '', 'beside what it tests'],
    ['examples/a.ts', "import { x } from '../policy/b.ts'", 'public subpaths'],
    ['e2e/a.ts', "import { x } from '../processors/b.ts'", 'public subpaths'],
    ['policy/utils.ts', '', 'name it after'],
    ['policy/string-helpers.ts', '', 'name it after'],
    ['policy/a.ts', '\n'.repeat(301), 'has 301 lines'],
    ['policy/a.ts', 'export default 1', 'default export'],
    ['policy/a.ts', "export * from './b.ts'", 'exports *'],
    ['policy/a.ts', 'const a: any = 1', '`any`'],
    ['policy/a.ts', 'console.log(1)', 'diag'],
    ['docs/a.md', 'see /home/somebody/x', '/home/somebody'],
    ['policy/a.test.ts', '\n'.repeat(401), 'has 401 lines'],
    ['package.json', '{"dependencies":{"a":"^1.0.0"},"devDependencies":{}}', 'exact version'],
    ['package-lock.json', '{"resolved": "https://example.com"}', 'names a registry'],
  ])('complains about %s with %j', (path, text, complaint) => {
    expect(complaints(path, text).join('\n')).toContain(complaint)
  })

  it.each([
    ['processors/a.ts', "import { x } from '../policy/b.ts'"],
    ['processors/a.ts', "import type { SpanProcessor } from '@opentelemetry/sdk-trace'"],
    ['processors/a.ts', "load() as typeof import('@opentelemetry/sdk-trace')"],
    ['instrumentation/node/a.ts', "import { BatchSpanProcessor } from '@opentelemetry/sdk-trace'"],
    ['exporter/a.test.ts', "import { x } from '../testing/b.ts'"],
    ['policy/a.ts', '\n'.repeat(300)],
    ['policy/a.ts', '// any console.log() in a comment'],
    ['package.json', '{"dependencies":{"a":"1.0.0"},"devDependencies":{}}'],
  ])('leaves %s with %j alone', (path, text) => {
    expect(complaints(path, text)).toEqual([])
  })
})
