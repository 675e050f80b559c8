import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'privity-samples-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The blocks marked `ts` of a page, each a program of its own. */
const samples = ['subjects', 'service', 'system'].flatMap((page) => {
  const text = readFileSync(join(root, 'docs', `${page}.md`), 'utf8')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], index) => {
    const file = join(folder, `${page}-${index}.ts`)
    // strict about what is wrong, not about what a sample leaves unused
    writeFileSync(file, `${code}\nexport {}\n`)
    return { name: `${page}.md, sample ${index + 1}`, file }
  })
})

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const paths = { 'privity/node': [join(root, 'instrumentation/node/index.ts')] }
  const compilerOptions = {
    paths,
    typeRoots: [join(root, 'node_modules/@types')],
    rootDir: '/',
    preserveSymlinks: false,
  }
  const files = samples.map(({ file }) => file)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files }),
  )
  writeFileSync(
    join(folder, 'sources.mjs'),
    `import { registerHooks } from 'node:module'
     registerHooks({ resolve: (name, context, next) => next(name === 'privity/node' ? ${JSON.stringify(new URL('../instrumentation/node/index.ts', import.meta.url).href)} : name, context) })`,
  )
})

describe('the samples of the documentation', () => {
  it('are typed', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const errors = (() => {
      try {
        return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
      } catch (error) {
        return String((error as { stdout?: string }).stdout)
      }
    })()
    // only those of the samples: the sources have a check of their own
    expect(errors.split('\n').filter((line) => /^\S*(subjects|service|system)-\d+\.ts/.test(line))).toEqual([])
  })

  it.each(samples)('$name runs', ({ file }) => {
    const env = { ...process.env, NODE_OPTIONS: '' }
    expect(
      execFileSync(process.execPath, ['--import', join(folder, 'sources.mjs'), file], { env, encoding: 'utf8' }),
    ).toBe('')
  })
})
