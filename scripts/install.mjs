// `npm start` and `npm test` begin with this: it installs what package-lock.json names, if it is not there.
// Plain JavaScript for the machine's own Node, which may be an old one; the scripts after it run on the Node of
// devDependencies, which npm puts first in PATH.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old: it takes 20 or later.`)
if (!isInstalled()) install()
const node = spawnSync(`${root}node_modules/.bin/node`, ['--version'], { encoding: 'utf8' })
if (node.status !== 0) {
  fail(
    'node_modules/.bin/node does not run. npm runs the install script of the package "node" only where "allowScripts" ' +
      'of package.json is honoured: use npm 11 or later, and remove "ignore-scripts" from your npm configuration.',
  )
}

function isInstalled() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (wanted === undefined || present === undefined) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, peer, link }]) =>
      path === '' || optional || peer || link || present[path]?.version === version,
  )
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(root + file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  process.stderr.write('Installing the dependencies (npm ci), a minute or two ...\n')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    // NODE_ENV=production would leave the devDependencies out
    env: { ...process.env, NODE_ENV: 'development' },
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) fail(`npm ci failed:\n${npm.stdout ?? ''}${npm.stderr ?? npm.error}`)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
