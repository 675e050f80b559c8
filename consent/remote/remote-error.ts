/** What went wrong between here and the consent API, in words of ours. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError'
}

/** An error as it may be logged: messages of others, and of the host's `token`, may quote a person. */
export function reasonOf(error: unknown): string {
  if (error instanceof RemoteError) return error.message
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : error.name
}
