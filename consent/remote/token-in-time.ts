import { RemoteError } from './remote-error.ts'

/**
 * A token of the host's callback, which may hang, throw or answer nonsense.
 *
 * @throws RemoteError when `signal` is aborted first, or what comes is no token
 */
export async function tokenInTime(
  token: (tenant: string) => Promise<string>,
  tenant: string,
  signal: AbortSignal,
): Promise<string> {
  let stop = (): void => {}
  const late = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new RemoteError('no token in time'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    const text: unknown = await Promise.race([token(tenant), late])
    if (typeof text !== 'string' || !/^[\w.-]+$/u.test(text)) throw new RemoteError('the token is none')
    return text
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
