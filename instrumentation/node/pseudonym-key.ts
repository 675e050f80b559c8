import { randomBytes } from 'node:crypto'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import { diag } from '@opentelemetry/api'
import type { Environment } from './environment.ts'

/**
 * `PRIVITY_KEY`, or else a random key that all threads of this process share.
 *
 * @returns at least 32 random bytes, as text
 */
export function pseudonymKey(environment: Environment): string {
  if (environment.PRIVITY_KEY !== undefined) return environment.PRIVITY_KEY
  const shared = getEnvironmentData(name)
  if (!isMainThread && typeof shared === 'string') return shared
  const key = randomBytes(32).toString('base64')
  setEnvironmentData(name, key)
  diag.warn(
    'privity: PRIVITY_KEY is not set: pseudonyms are made under a random key, and change with every start. Set it to a secret of ' +
      '32 random bytes or more, the same for all instances: openssl rand -base64 32',
  )
  return key
}

const name = 'privity.key'
