import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface FakeApi {
  readonly url: string
  /** What was asked, in order. */
  readonly questions: readonly (readonly { readonly subject?: string; readonly pseudonym?: string }[])[]
  /** How many streams there were in all. */
  readonly streams: number
  /** Sends an event on all open streams. */
  tell(name: string, data: unknown): void
  /** Ends all open streams. */
  hangUp(): void
  [Symbol.asyncDispose](): Promise<void>
}

export type AnswerStates = (
  subjects: readonly { readonly subject?: string; readonly pseudonym?: string }[],
  response: ServerResponse,
) => Promise<unknown> | unknown

/** A server that answers as the consent API does, or as badly as `answer` wants. */
export async function fakeApi(answer: AnswerStates, tenant = 'acme'): Promise<FakeApi> {
  const questions: FakeApi['questions'][number][] = []
  const open = new Set<ServerResponse>()
  let streams = 0
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/v1/changes') {
      streams += 1
      open.add(response)
      response.on('close', () => open.delete(response))
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`event: ready\ndata: ${JSON.stringify({ tenant })}\n\n`)
      return
    }
    const { subjects } = JSON.parse(await text(request)) as { subjects: FakeApi['questions'][number] }
    questions.push(subjects)
    const states = await answer(subjects, response)
    if (!response.writableEnded) response.end(JSON.stringify(states))
  }
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    get streams() {
      return streams
    },
    tell(name, data) {
      for (const response of open) response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    hangUp() {
      for (const response of open) response.end()
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Everybody granted `personalization`, at this epoch. */
export function grantedAt(epoch: number): AnswerStates {
  return (subjects) => ({ tenant: 'acme', states: subjects.map((asked) => stateOf(asked, epoch, 'granted')) })
}

export function stateOf(asked: { subject?: string; pseudonym?: string }, epoch: number, grant: string) {
  const pseudonym = asked.pseudonym ?? `pseudonym-of-${asked.subject}`
  return { pseudonym, epoch, changedAt: 1, grants: { personalization: grant } }
}
