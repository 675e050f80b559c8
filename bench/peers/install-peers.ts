import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('packages/', import.meta.url))
const venv = fileURLToPath(new URL('../../.cache/presidio/', import.meta.url))

/** The Python of the environment that Presidio is installed in. */
export const presidioPython = `${venv}bin/python`

type Command = readonly [program: string, ...args: string[]]

/** Installs the packages of the peers, as their lock says. @returns why they are not there, if they are not */
export function installJavascriptPeers(): string | undefined {
  return installOnce('package-lock.json', `${folder}node_modules/.installed`, [
    // `npm run --silent` would keep its reasons to itself
    ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  ])
}

/** Installs Presidio in an environment of its own. @returns why it is not there, if it is not */
export function installPresidio(): string | undefined {
  return installOnce('requirements.txt', `${venv}installed`, [
    ['python3', '-m', 'venv', venv],
    [presidioPython, '-m', 'pip', 'install', '--quiet', '--requirement', 'requirements.txt'],
  ])
}

/** @param mark where a copy of the list is kept of what was installed: another list is installed anew */
function installOnce(list: string, mark: string, commands: readonly Command[]): string | undefined {
  const wanted = readFileSync(`${folder}${list}`, 'utf8')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return undefined
  for (const [program, ...args] of commands) {
    try {
      execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    } catch (error) {
      return (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ').slice(0, 300)
    }
  }
  writeFileSync(mark, wanted)
  return undefined
}
