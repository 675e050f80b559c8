import { runInNewContext } from 'node:vm'

/** Anything that is asked of it, and nothing in it: enough for a consent manager that shows nothing. */
function emptiness(): unknown {
  return new Proxy(() => {}, {
    get(_target, key) {
      if (key === Symbol.toPrimitive) return () => ''
      if (key === Symbol.iterator) return () => [][Symbol.iterator]()
      if (key === 'length') return 0
      return key === 'then' ? undefined : emptiness()
    },
    set: () => true,
    has: () => true,
    apply: () => emptiness(),
    construct: () => emptiness() as object,
  })
}

export interface BrowserFixture {
  /** The values of cookies, as they would be sent. */
  readonly cookies: ReadonlyMap<string, string>
  /** What scripts see of their window. */
  readonly window: Record<string, unknown>
  readonly run: (code: string) => unknown
}

/** A page without elements, on which the script of a consent manager can keep its cookie. */
export function browserFixture(globals: Record<string, unknown> = {}): BrowserFixture {
  const cookies = new Map<string, string>()
  const document = {
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(text: string) {
      const [pair = ''] = text.split(';')
      const equals = pair.indexOf('=')
      cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
    },
    ...{
      readyState: 'complete',
      currentScript: null,
      documentElement: emptiness(),
      head: emptiness(),
      body: emptiness(),
    },
    ...{ querySelector: () => null, querySelectorAll: () => [], getElementById: () => null },
    ...{ addEventListener: () => {}, dispatchEvent: () => true, createElement: emptiness, createElementNS: emptiness },
    createTextNode: emptiness,
  }
  const none = class {
    observe(): void {}
  }
  const window: Record<string, unknown> = {
    ...{ document, location: { hostname: 'shop.example', protocol: 'https:' }, navigator: { userAgent: '' }, console },
    ...{ setTimeout, clearTimeout, crypto, addEventListener: () => {}, dispatchEvent: () => true },
    ...{ requestAnimationFrame: () => 0, CustomEvent: none, MutationObserver: none, Element: none, HTMLElement: none },
    ...globals,
  }
  Object.assign(window, { window, self: window, globalThis: window })
  return { cookies, window, run: (code) => runInNewContext(code, window) }
}
