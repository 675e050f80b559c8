import { createTokenScope, type TokenScope } from './redaction/entity-action.ts'

export interface TraceTokens {
  /** Cheap until something is numbered, which in most traces is never. */
  of(flow: string, traceId: string | undefined): TokenScope
}

/** Traces whose numbering is remembered; the oldest go first, and a late record of theirs begins a numbering anew. */
const maxTraces = 1_000

/** One numbering for each trace and flow, so that `[email:1]` means the same in all records of a trace. */
export function createTraceTokens(): TraceTokens {
  const scopes = new Map<string, TokenScope>()
  const scopeOf = (key: string): TokenScope => {
    const known = scopes.get(key)
    if (known !== undefined) return known
    const scope = createTokenScope()
    scopes.set(key, scope)
    const oldest = scopes.size > maxTraces ? scopes.keys().next().value : undefined
    if (oldest !== undefined) scopes.delete(oldest)
    return scope
  }
  return {
    of(flow, traceId) {
      if (traceId === undefined) return createTokenScope()
      return { token: (type, value) => scopeOf(`${traceId}/${flow}`).token(type, value) }
    },
  }
}
