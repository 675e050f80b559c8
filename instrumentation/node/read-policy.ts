import { diag } from '@opentelemetry/api'
import { loadPolicy } from '../../policy/load-policy.ts'
import type { Policy } from '../../policy/policy.ts'
import { PolicyError } from '../../policy/policy-error.ts'
import type { Environment } from './environment.ts'

/** The policy of this process; `undefined` if it is wrong, after all that is wrong with it was told. */
export function readPolicy(environment: Environment): Policy | undefined {
  try {
    return loadPolicy({ env: { ...process.env, PRIVITY_POLICY: environment.PRIVITY_POLICY } })
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    // a policy error never quotes a secret, and is written for people
    diag.error(
      `privity: ${error.message}\nTelemetry stays off until the policy is right; "privity policy check" tells the same.`,
    )
    return undefined
  }
}
