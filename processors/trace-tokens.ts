import { createTokenScope, type TokenScope } from './redaction/entity-action.ts'

export interface TraceTokens {
  of(flow: string, traceId: string | undefined): TokenScope
}

/** Traces whose numbering is remembered; the oldest go first, and a late record of theirs begins a numbering anew. */
const maxTraces = 1_000

/** One numbering for each trace and flow, so that `[email:1]` means the same in all records of a trace. */
export function createTraceTokens(): TraceTokens {
  const scopes = new Map<string, TokenScope>()
  return {
    of(flow, traceId) {
      if (traceId === undefined) return createTokenScope()
      const key = `${traceId}/${flow}`
      let scope = scopes.get(key)
      if (scope === undefined) {
        scope = createTokenScope()
        scopes.set(key, scope)
        if (scopes.size > maxTraces) {
          const oldest = scopes.keys().next().value
          if (oldest !== undefined) scopes.delete(oldest)
        }
      }
      return scope
    },
  }
}
