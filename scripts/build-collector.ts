import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'

/** What the Builder's own module, and those of the Collector, ask for. */
const oldestGo = [1, 26] as const

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const builderFile = join(root, 'collector-config', 'builder.yaml')

/** Where the Collector of `collector-config/builder.yaml` is, once it has been built. Another file, another place. */
export function collectorPath(): string {
  const hash = createHash('sha256').update(readFileSync(builderFile)).update(`${process.platform}/${process.arch}`)
  const name = process.platform === 'win32' ? 'privity-collector.exe' : 'privity-collector'
  return join(root, '.cache', 'collector', hash.digest('hex').slice(0, 16), name)
}

/** Why no Collector can be built on this machine; `undefined` if one can. */
export function buildObstacle(): string | undefined {
  let version: string
  try {
    version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim()
  } catch {
    return `no Go: install Go ${oldestGo.join('.')} or later (https://go.dev/dl/), with \`go\` on the PATH`
  }
  const [major = 0, minor = 0] = version.replace(/^go/u, '').split('.').map(Number)
  if (major > oldestGo[0] || (major === oldestGo[0] && minor >= oldestGo[1])) return undefined
  return `${version} is too old: install Go ${oldestGo.join('.')} or later (https://go.dev/dl/)`
}

/**
 * Builds the Collector with the OpenTelemetry Collector Builder, unless that was done before. Takes some minutes, and
 * fetches Go modules the first time.
 *
 * @returns the path of the binary
 * @throws Error if Go is missing, too old, or fails
 */
export function buildCollector(): string {
  const binary = collectorPath()
  if (existsSync(binary)) return binary
  const obstacle = buildObstacle()
  if (obstacle !== undefined) throw new Error(`the Collector cannot be built: ${obstacle}`)

  const config = parse(readFileSync(builderFile, 'utf8'))
  const version: string = config.dist.version
  mkdirSync(dirname(dirname(binary)), { recursive: true })
  // of its own, and moved at the end: two builds at a time do not meet, and a broken one leaves nothing behind
  const work = mkdtempSync(join(dirname(dirname(binary)), 'build-'))
  try {
    const file = join(work, 'builder.yaml')
    writeFileSync(file, stringify({ ...config, dist: { ...config.dist, output_path: work } }))
    const builder = `go.opentelemetry.io/collector/cmd/builder@v${version}`
    console.error(`Building the Collector ${version}; this takes some minutes.`)
    const { status } = spawnSync('go', ['run', builder, '--config', file], { cwd: work, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error('the Collector could not be built: see above what the Builder says')
    mkdirSync(dirname(binary), { recursive: true })
    renameSync(join(work, config.dist.name + (process.platform === 'win32' ? '.exe' : '')), binary)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return binary
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(buildCollector())
  } catch (error) {
    console.error(`privity: ${(error as Error).message}`)
    process.exitCode = 1
  }
}
