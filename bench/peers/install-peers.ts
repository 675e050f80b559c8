import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('packages/', import.meta.url))
const venv = fileURLToPath(new URL('../../.cache/presidio/', import.meta.url))

/** The Python of the environment that Presidio is installed in. */
export const presidioPython = `${venv}bin/python`

/** Installs the packages of the peers, as their lock says. @returns why they are not there, if they are not */
export function installJavascriptPeers(): string | undefined {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return undefined
  return obstacleOf('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
}

/** Installs Presidio in an environment of its own. @returns why it is not there, if it is not */
export function installPresidio(): string | undefined {
  if (existsSync(`${venv}installed`)) return undefined
  return (
    obstacleOf('python3', ['-m', 'venv', venv]) ??
    obstacleOf(presidioPython, ['-m', 'pip', 'install', '--quiet', '--requirement', 'requirements.txt']) ??
    obstacleOf('touch', [`${venv}installed`])
  )
}

function obstacleOf(command: string, args: readonly string[]): string | undefined {
  try {
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    return undefined
  } catch (error) {
    const [first = 'failed'] = (error instanceof Error ? error.message : String(error)).split('\n')
    return first
  }
}
