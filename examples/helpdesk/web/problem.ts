/** An error that a visitor is told about: its message is shown on the page, so it never quotes what they sent. */
export interface Problem extends Error {
  readonly status: number
}

const titles: Readonly<Record<number, string>> = {
  400: 'This request cannot be read',
  401: 'Please sign in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Already there',
  413: 'Too long',
  429: 'Too many attempts',
}

export function problem(status: number, message: string): Problem {
  return Object.assign(new Error(message), { status })
}

/** What to tell the visitor about anything thrown. Only a problem's own words are shown, never an unexpected error's. */
export function explain(error: unknown): { status: number; title: string; message: string } {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  const title = titles[status]
  if (title === undefined)
    return { status: 500, title: 'Something went wrong', message: 'We have been told. Please try again later.' }
  // Express's own errors (a body too long, a broken URL) may quote the request
  const ours = error instanceof Error && !('expose' in error)
  return { status, title, message: ours ? error.message : '' }
}
