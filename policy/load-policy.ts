import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { defaultPolicy } from './default-policy.ts'
import type { Policy } from './policy.ts'
import { PolicyError } from './policy-error.ts'

export interface LoadPolicyOptions {
  /** @defaultValue `process.cwd()` */
  readonly cwd?: string
  /** @defaultValue `process.env` */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Looked for in the working directory, in this order. */
const policyFileNames = ['privity.policy.yaml', 'privity.policy.yml', 'privity.policy.json'] as const

/**
 * The policy of this process: the file that `PRIVITY_POLICY` names, else `privity.policy.yaml` (or `.yml`, `.json`) in
 * the working directory, else `defaultPolicy`. Synchronous, as it serves a `--require` hook.
 *
 * @throws PolicyError with every issue, if the file is wrong or cannot be read, or if the named one is not there
 * @example const policy = loadPolicy({ cwd: '/srv/app', env: { PRIVITY_POLICY: 'config/policy.yaml' } })
 */
export function loadPolicy(options: LoadPolicyOptions = {}): Policy {
  const file = findPolicyFile(options)
  return file === undefined ? defaultPolicy : readPolicy(file, options.env)
}

/** The file that `loadPolicy` reads, which need not be there if `PRIVITY_POLICY` names it; `undefined` if there is none. */
export function findPolicyFile({ cwd = process.cwd(), env = process.env }: LoadPolicyOptions): string | undefined {
  if (env.PRIVITY_POLICY) return resolve(cwd, env.PRIVITY_POLICY)
  return policyFileNames.map((name) => resolve(cwd, name)).find((file) => existsSync(file))
}

/**
 * The policy in one file.
 *
 * @param env as in `parsePolicy`
 * @throws PolicyError with every issue, if the file is wrong, cannot be read, or is not there
 * @example const policy = readPolicy('privity.policy.yaml')
 */
export function readPolicy(
  file: string,
  env: Readonly<Record<string, string | undefined>> | 'keep' = process.env,
): Policy {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw unreadable(file, error)
  }
  const result = loadParser().checkPolicy(text, { env })
  if ('issues' in result) throw new PolicyError(result.issues, file)
  return result.policy
}

/** Here and not at the top: zod and yaml take longer to load than the rest of the hook; without a file, nobody needs them. */
function loadParser(): typeof import('./parse-policy.ts') {
  // `.ts` from the sources, `.js` from dist/: the compiler rewrites neither a URL nor what is required by it
  const extension = import.meta.url.slice(-3)
  return createRequire(import.meta.url)(`./parse-policy${extension}`)
}

function unreadable(file: string, error: unknown): PolicyError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const missing = code === 'ENOENT'
  const issue = {
    code: missing ? 'not_found' : 'unreadable',
    path: [],
    expected: `a policy in ${file}`,
    received: missing ? 'no such file' : `a file that cannot be read (${code})`,
    hint: missing
      ? 'Correct the path (PRIVITY_POLICY, or the argument of the command), or create the file.'
      : 'Let the user that runs the process read the file.',
  } as const
  return new PolicyError([issue], file)
}
