/** What the application answered, and what would tell a difference that a hook has made. */
export interface Answer {
  readonly status: number
  readonly contentType: string | null
  readonly body: unknown
}

/** Carries a secret in its path, query, headers, body and, by way of the application, in SQL and in an error's text. */
export interface Secrets {
  readonly path: string
  readonly query: string
  readonly header: string
  readonly cookie: string
  readonly body: string
  readonly failure: string
}

/** The trace that each request is sent in, and the span that it is sent from. */
export const traces = {
  read: '11111111111111111111111111111111',
  write: '22222222222222222222222222222222',
  fail: '33333333333333333333333333333333',
} as const
export const caller = 'abcdefabcdefabcd'

/** Three requests: one that reads, one that writes, one that fails. */
export async function callTickets(url: string, secrets: Secrets): Promise<Answer[]> {
  const headersIn = (trace: string) => ({
    traceparent: `00-${trace}-${caller}-01`,
    authorization: `Bearer ${secrets.header}`,
    cookie: `visit=${secrets.cookie}`,
    connection: 'close',
  })
  const body = JSON.stringify({ token: secrets.query, note: secrets.body })
  const jsonHeaders = { ...headersIn(traces.write), 'content-type': 'application/json' }
  return [
    await answer(`${url}/tickets/${secrets.path}?q=${encodeURIComponent(secrets.query)}`, {
      headers: headersIn(traces.read),
    }),
    await answer(`${url}/tickets/8`, { method: 'POST', headers: jsonHeaders, body }),
    await answer(`${url}/failures/9?q=${encodeURIComponent(secrets.failure)}`, { headers: headersIn(traces.fail) }),
  ]
}

async function answer(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  return { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() }
}
