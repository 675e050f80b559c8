import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, glob, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

// npm run build: TypeScript to dist/, beside the few files that are written by hand.

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['policy', 'consent', 'processors', 'exporter', 'instrumentation', 'collector-config', 'testing', 'cli']
const handWritten = ['instrumentation/node/register.cjs']

/**
 * Builds `dist/` if a source has changed since. Tests of several processes may call it at once: each builds into a
 * folder of its own, and the last rename wins.
 */
export async function build(): Promise<void> {
  const stamp = await stampOfSources()
  if ((await readFile(join(root, 'dist', '.stamp'), 'utf8').catch(() => '')) === stamp) return
  // in .cache/, which git ignores: no check that runs meanwhile takes the copy for a source
  const out = join(root, '.cache', `dist-${process.pid}`)
  await rm(out, { recursive: true, force: true })
  try {
    await compile(out)
    for (const file of handWritten) {
      await mkdir(dirname(join(out, file)), { recursive: true })
      await cp(join(root, file), join(out, file))
    }
    // for TypeScript, register.d.ts would make an ES module of register.cjs
    await writeFile(join(out, 'instrumentation', 'node', 'register.d.cts'), 'export {}\n')
    await chmod(join(out, 'cli', 'main.js'), 0o755)
    await writeFile(join(out, '.stamp'), stamp)
    await replaceDist(out)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const files: string[] = ['package.json', 'tsconfig.json', 'tsconfig.build.json']
  for (const source of sources) {
    for await (const file of glob(`${source}/**/*.{ts,cjs}`, { cwd: root })) {
      if (!file.endsWith('.test.ts')) files.push(file)
    }
  }
  for (const file of files.sort()) {
    const { mtimeMs, size } = await stat(join(root, file))
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

async function compile(out: string): Promise<void> {
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json')
  const { bin } = JSON.parse(await readFile(tsc, 'utf8')) as { bin: { tsc: string } }
  try {
    await promisify(execFile)(
      process.execPath,
      [join(dirname(tsc), bin.tsc), '-p', 'tsconfig.build.json', '--outDir', out],
      { cwd: root },
    )
  } catch (error) {
    throw new Error(`the build failed:\n${(error as { stdout?: string }).stdout ?? error}`)
  }
}

async function replaceDist(out: string): Promise<void> {
  const dist = join(root, 'dist')
  const old = join(root, '.cache', `dist-${process.pid}-old`)
  await rename(dist, old).catch(() => {})
  await rename(out, dist).catch((error: NodeJS.ErrnoException) => {
    // another process was faster, with the same sources
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await rm(old, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
