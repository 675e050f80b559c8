import type { Context } from '@opentelemetry/api'
import { compileAuthority } from '../../policy/authority.ts'
import type { Policy } from '../../policy/policy.ts'
import { destinationOf } from './destination.ts'
import { createRecent } from './recent.ts'

/** Who may be told about people. */
export interface Recipients {
  /** Do the headers that are about to be written in `context` go to somebody on the list? */
  trusts(context: Context): boolean
}

const maxRemembered = 1_000

/** The list of `propagation.to`; without one, nobody is on it. */
export function createRecipients({ propagation }: Policy): Recipients {
  const patterns = (propagation?.to ?? []).map(compileAuthority).filter((pattern) => pattern !== undefined)
  if (patterns.length === 0) return { trusts: () => false }
  // a process talks to few others, again and again
  const answers = createRecent<boolean>(maxRemembered)
  return {
    trusts(context) {
      const authority = destinationOf(context)
      if (authority === undefined) return false
      const name =
        authority.kind === 'host' ? `host ${authority.port} ${authority.host}` : `${authority.system}:${authority.name}`
      const known = answers.get(name)
      if (known !== undefined) return known
      const answer = patterns.some((matches) => matches(authority))
      answers.set(name, answer)
      return answer
    },
  }
}
