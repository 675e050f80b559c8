import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../scripts/build.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
// inside of the checkout, where `privity/node` is what users get
const folder = join(root, '.cache', 'samples')

interface Sample {
  readonly name: string
  readonly file: string
  readonly code: string
}

/** The blocks marked `ts` of every page, each a program of its own. */
async function samplesOf(language: string): Promise<Sample[]> {
  const docs = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'))
  const pages = ['README.md', ...docs.map((name) => join('docs', name))]
  const samples = await Promise.all(
    pages.map(async (page) => {
      const text = await readFile(join(root, page), 'utf8')
      const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gmsu'))
      return Array.from(blocks, ([, code = ''], index) => ({
        name: `${page}, sample ${index + 1}`,
        file: join(folder, `${page.replace(/\W/gu, '-')}-${index + 1}.ts`),
        code,
      }))
    }),
  )
  return samples.flat()
}

const samples = await samplesOf('ts')

beforeAll(async () => {
  await build()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const { file, code } of samples) await writeFile(file, `${code}\nexport {}\n`)
  const extended = {
    extends: '../../tsconfig.json',
    compilerOptions: { rootDir: '../..' },
    include: ['*.ts'],
    exclude: [],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(extended))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the samples of the documentation', () => {
  it('are there', () => {
    expect(samples.length).toBeGreaterThan(10)
  })

  it('are typed', async () => {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const errors = await run(process.execPath, [tsc, '-p', folder]).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    )
    expect(errors.split('\n').filter((line) => line.includes('error'))).toEqual([])
  })

  it('of policies are policies', async () => {
    const { parsePolicy } = await import('privity/policy')
    const policies = (await samplesOf('yaml')).filter(({ name }) => name.startsWith('README'))
    expect(policies).toHaveLength(1)
    for (const { code } of policies) expect(Object.keys(parsePolicy(code).flows)).toContain('company_context')
  })

  it.each(samples)('$name runs', async ({ file }) => {
    // nothing listens there: a sample that exports must end all the same
    const env = { ...process.env, NODE_OPTIONS: '', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }
    const { stdout } = await run(process.execPath, [file], { cwd: folder, env, timeout: 60_000 })
    expect(stdout).toBe('')
  })
})
