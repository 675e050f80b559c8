/** What a person sees after a step. */
interface Page {
  readonly status: number
  readonly path: string
  readonly html: string
  /** The targets of its links that begin with `prefix`. */
  links(prefix: string): string[]
}

/** As much of a browser as a help desk without scripts needs: one cookie, redirects, forms with their hidden token. */
export interface Browser {
  readonly page: Page
  open(path: string): Promise<Page>
  /** Sends a form of the present page. */
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Page>
}

/** @param headers sent with every request */
export function createBrowser(
  site: string,
  onResponse: (status: number) => void = () => {},
  headers: Readonly<Record<string, string>> = {},
): Browser {
  let cookie = ''
  let page = pageOf(0, '/', '')

  async function load(path: string, body?: URLSearchParams): Promise<Page> {
    const response = await fetch(new URL(path, site), {
      method: body === undefined ? 'GET' : 'POST',
      body,
      headers: cookie === '' ? headers : { ...headers, cookie },
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    onResponse(response.status)
    const html = await response.text()
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null) return load(location)
    page = pageOf(response.status, path, html)
    return page
  }

  return {
    get page() {
      return page
    },
    open: (path) => load(path),
    submit: (path, fields) =>
      load(path, new URLSearchParams({ form_token: hiddenField(page.html, 'form_token'), ...fields })),
  }
}

function pageOf(status: number, path: string, html: string): Page {
  return {
    status,
    path,
    html,
    links: (prefix) =>
      [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href).filter((href) => href.startsWith(prefix)),
  }
}

function hiddenField(html: string, name: string): string {
  return html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
}
