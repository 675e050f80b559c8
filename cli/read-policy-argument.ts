import { resolve } from 'node:path'
import { defaultPolicy } from '../policy/default-policy.ts'
import { findPolicyFile, readPolicy } from '../policy/load-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { CommandIo } from './command.ts'

/**
 * The policy that a command works on: the named file, else the one that a process in this directory would take.
 *
 * Header values keep their references to environment variables: commands run where the secrets are not, and what they
 * write must not hold any.
 *
 * @throws PolicyError with every issue, if the policy is wrong or not there
 */
export function readPolicyArgument(
  file: string | undefined,
  { cwd, env }: CommandIo,
): { readonly policy: Policy; readonly source: string } {
  const path = file === undefined ? findPolicyFile({ cwd, env }) : resolve(cwd, file)
  if (path === undefined) return { policy: defaultPolicy, source: 'the default policy' }
  return { policy: readPolicy(path, 'keep'), source: file ?? path }
}
