import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const sources = ['service', 'system'].flatMap((folder) => {
  const path = fileURLToPath(new URL(`./${folder}`, import.meta.url))
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('-fixture.ts'))
    .map((file) => readFileSync(`${path}/${file}`, 'utf8'))
})

const conventions = fileURLToPath(import.meta.resolve('@opentelemetry/semantic-conventions/incubating')).replace(
  /[^/]+$/,
  '',
)
const definitions = readdirSync(conventions)
  .filter((file) => /^(stable|experimental)_(attributes|metrics|events)\.mjs$/.test(file))
  .map((file) => readFileSync(conventions + file, 'utf8'))
  .join('\n')

const names = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/'((?:code|error|exception|messaging|http|url|log|process|otel)\.[\w.]+)'/g)].map(
      (found) => found[1],
    ),
  ),
)

// groups of metrics, in the words of the instrumentation
for (const group of ['process.cpu', 'process.memory']) names.delete(group)

it.each([...names].sort())('%s is a name of the semantic conventions, and not a deprecated one', (name) => {
  const at = definitions.indexOf(`= "${name}"`)
  expect(at).toBeGreaterThan(0)
  const comment = definitions.slice(definitions.lastIndexOf('/**', at), at)
  expect(comment).not.toContain('@deprecated')
})
