import type { Grant } from '../../policy/policy.ts'
import { grants as grantWords } from '../../policy/policy.ts'
import { untraced } from '../untraced.ts'
import { RemoteError } from './remote-error.ts'
import { tokenInTime } from './token-in-time.ts'

export interface AskedSubject {
  readonly subject: string
  readonly pseudonymous: boolean
}

/** What the API says about one subject. */
export interface RemoteState {
  readonly pseudonym: string
  readonly epoch: number
  readonly changedAt: number
  readonly grants: Readonly<Record<string, Grant>>
  readonly validForMillis: number
}

export interface StatesRequest {
  /** Where the API is mounted. */
  readonly url: string
  readonly tenant: string
  readonly token: (tenant: string) => Promise<string>
  /** At most 1000. */
  readonly subjects: readonly AskedSubject[]
  readonly signal: AbortSignal
}

/** A thousand states with all purposes that a policy can have are below this. */
const maxAnswerBytes = 64 * 1_048_576

/**
 * Asks the consent API for the states of many subjects.
 *
 * @returns one state for each, in the order of the question
 * @throws Error if there is no usable answer
 */
export async function askStates({ url, tenant, token, subjects, signal }: StatesRequest): Promise<RemoteState[]> {
  const authorization = `Bearer ${await tokenInTime(token, tenant, signal)}`
  const asked = subjects.map(({ subject, pseudonymous }) => (pseudonymous ? { pseudonym: subject } : { subject }))
  const response = await untraced(() =>
    fetch(`${url}/v1/states`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ subjects: asked }),
      // a redirect would carry ids to where nobody meant them to go
      redirect: 'error',
      signal,
    }),
  )
  if (!response.ok) {
    await response.body?.cancel()
    throw new RemoteError(`status ${response.status}`)
  }
  const answer = JSON.parse(await boundedText(response)) as { tenant?: unknown; states?: unknown } | null
  // a token of another tenant names other people: what one of them granted is no grant here
  if (answer?.tenant !== tenant) throw new RemoteError('the token is for another tenant')
  const { states } = answer
  if (!Array.isArray(states) || states.length !== subjects.length)
    throw new RemoteError('not one state for each subject')
  return states.map(readState)
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxAnswerBytes) throw new RemoteError('an answer without an end')
  }
  return text + decoder.decode()
}

function readState(state: unknown): RemoteState {
  const { pseudonym, epoch, changedAt, grants, validForMillis } = (state ?? {}) as Record<string, unknown>
  const usable =
    typeof pseudonym === 'string' &&
    Number.isFinite(epoch) &&
    Number.isFinite(changedAt) &&
    (validForMillis === undefined || Number.isFinite(validForMillis)) &&
    typeof grants === 'object' &&
    grants !== null &&
    Object.values(grants).every((grant) => grantWords.includes(grant))
  if (!usable) throw new RemoteError('not a state')
  return {
    pseudonym,
    epoch: epoch as number,
    changedAt: changedAt as number,
    grants: grants as Record<string, Grant>,
    validForMillis: (validForMillis as number | undefined) ?? Number.POSITIVE_INFINITY,
  }
}
