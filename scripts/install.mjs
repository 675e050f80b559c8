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
if (!isInstalled()) fail('npm installed other versions than those of package-lock.json. Is package.json ahead of it?')
// an install with "ignore-scripts" leaves everything but this binary: no second install would bring it
if (!nodeRuns()) npm(['rebuild', 'node'])
if (!nodeRuns()) {
  fail(
    'node_modules/.bin/node does not run. npm runs the install script of the package "node" only where "allowScripts" ' +
      'of package.json is honoured: use npm 11 or later, and remove "ignore-scripts" from your npm configuration.',
  )
}

function nodeRuns() {
  return spawnSync(`${root}node_modules/.bin/node`, ['--version']).status === 0
}

function isInstalled() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (wanted === undefined || present === undefined) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer, link }]) =>
      path === '' || optional || devOptional || peer || link || present[path]?.version === version,
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
  process.stderr.write('Installing the dependencies, a minute or two ...\n')
  // Not `npm ci`: it refuses a lock that lacks the packages of other platforms, and a registry that lacks them makes such
  // a lock. This keeps to the lock as well, and does not write it. NODE_ENV=production would leave out what we run on.
  const { status, stdout, stderr, error } = npm(['install', '--no-save', '--include=dev', '--include=optional'])
  if (status !== 0) fail(`npm install failed:\n${stdout ?? ''}${stderr ?? error}`)
}

function npm(args) {
  return spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
