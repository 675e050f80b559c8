import { execFile } from 'node:child_process'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** One of each line that the hook supports, the oldest one exactly: newer ones load ES modules in another way. */
export const supportedNodes = ['22.15.0', '24.21.0', '26.10.0'] as const

/** The last Node of a line that the hook refuses. */
export const unsupportedNode = '20.19.5'

const folder = fileURLToPath(new URL('../../.cache/runtimes/', import.meta.url))
const requireHere = createRequire(import.meta.url)

/**
 * The binary of one version of Node: that of the development dependency, or one that is installed for the tests and kept.
 * Many may ask at once. In one process, the first installs for all; of several processes each installs into a folder of
 * its own, and the first rename wins.
 */
export function nodeBinary(version: string): Promise<string> {
  const binary = binaries.get(version) ?? findOrInstall(version)
  binaries.set(version, binary)
  return binary
}

const binaries = new Map<string, Promise<string>>()

async function findOrInstall(version: string): Promise<string> {
  const own = requireHere.resolve('node/package.json')
  if (await hasVersion(own, version)) return join(dirname(own), 'bin', 'node')
  const home = join(folder, version)
  if (!(await exists(join(home, stamp)))) await install(version, home)
  return join(home, 'node_modules', 'node', 'bin', 'node')
}

const stamp = 'installed'

async function install(version: string, home: string): Promise<void> {
  const own = `${home}.${process.pid}`
  await rm(own, { recursive: true, force: true })
  await mkdir(own, { recursive: true })
  try {
    // the package fetches the binary in an install script, which npm 12 runs only where it is allowed
    const manifest = { private: true, dependencies: { node: version }, allowScripts: { node: true } }
    await writeFile(join(own, 'package.json'), JSON.stringify(manifest))
    await promisify(execFile)('npm', ['install', '--prefix', own, '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: own,
      env: withoutNpm(process.env),
    })
    const { stdout } = await promisify(execFile)(join(own, 'node_modules', 'node', 'bin', 'node'), ['--version'])
    if (stdout.trim() !== `v${version}`) throw new Error(`asked for Node ${version}, got ${stdout.trim()}`)
    await writeFile(join(own, stamp), '')
    await rename(own, home).catch(async (error: NodeJS.ErrnoException) => {
      if (!(await exists(join(home, stamp)))) throw error
    })
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** An npm that runs the tests tells its scripts of its own folder and options, which are not those of this folder. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^npm_/iu.test(name))
  // a registry has slow days, and these versions do not change
  return { ...Object.fromEntries(own), npm_config_prefer_offline: 'true' }
}

async function hasVersion(manifest: string, version: string): Promise<boolean> {
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version === version
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
