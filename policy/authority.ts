import { compileKeyPattern } from './key-pattern.ts'

/** Who gets a request or a message. */
export type Authority =
  | { readonly kind: 'host'; readonly host: string; readonly port: number | undefined }
  /** A topic, exchange or queue of a messaging system. */
  | { readonly kind: 'queue'; readonly system: string; readonly name: string }

const longest = 300
const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
const hostPattern = new RegExp(`^(\\*\\.)?(${label}(?:\\.${label})*)(?::(\\d{1,5}))?$`, 'u')
const ipv6Pattern = /^\[([0-9a-f:.]{2,45})\](?::(\d{1,5}))?$/u
const queuePattern = /^([a-z][a-z0-9_.]{0,62}):(?!\d+(?:\/|$)|\/)([!-?A-~]{1,255})$/u

/** Endings of one word that only a private network has: all names below a public one belong to anybody. */
const privateEndings = [
  'corp',
  'example',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localhost',
  'test',
]

/**
 * Compiles what stands in `propagation.to`: a host (`orders.acme.example`), all hosts below a name (`*.acme.internal`),
 * either with a port, or a destination of a messaging system (`kafka:orders`, `bullmq:mail-*`).
 *
 * Without a port every port is meant. What stands behind a host is a port if it has digits only, so a topic whose name
 * is a number cannot be listed.
 *
 * @returns `undefined` if `text` is no such pattern, or means everybody
 * @example compileAuthority('*.acme.internal')?.({ kind: 'host', host: 'a.acme.internal', port: 80 }) // true
 */
export function compileAuthority(text: string): ((authority: Authority) => boolean) | undefined {
  if (text.length > longest) return undefined
  const pattern = text.toLowerCase()
  const ipv6 = ipv6Pattern.exec(pattern)
  if (ipv6 !== null) return matchHost(false, ipv6[1] ?? '', ipv6[2])
  const host = hostPattern.exec(pattern)
  if (host !== null) {
    const [, wildcard, name = '', port] = host
    if (wildcard !== undefined && !name.includes('.') && !privateEndings.includes(name)) return undefined
    return matchHost(wildcard !== undefined, name, port)
  }
  // names of queues keep their capitals
  const [, system, name = ''] = queuePattern.exec(text) ?? []
  if (system === undefined) return undefined
  const { matches } = compileKeyPattern(name)
  return (authority) => authority.kind === 'queue' && authority.system === system && matches(authority.name)
}

function matchHost(below: boolean, name: string, portText: string | undefined) {
  const port = portText === undefined ? undefined : Number(portText)
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined
  return (authority: Authority): boolean => {
    if (authority.kind !== 'host' || (port !== undefined && authority.port !== port)) return false
    return below ? authority.host.endsWith(`.${name}`) : authority.host === name
  }
}

/**
 * One authority by its name: `orders.acme.internal:8080`, `[::1]:3001`, `kafka:orders`.
 *
 * @returns `undefined` for patterns, and for what is no authority
 * @example parseAuthority('kafka:orders') // { kind: 'queue', system: 'kafka', name: 'orders' }
 */
export function parseAuthority(text: string): Authority | undefined {
  if (text.length > longest || text.includes('*')) return undefined
  const name = text.toLowerCase()
  const [, host, port] = ipv6Pattern.exec(name) ?? withoutWildcard(hostPattern.exec(name)) ?? []
  if (host !== undefined) return { kind: 'host', host, port: port === undefined ? undefined : Number(port) }
  const [, system, queue] = queuePattern.exec(text) ?? []
  return system === undefined || queue === undefined ? undefined : { kind: 'queue', system, name: queue }
}

function withoutWildcard(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found === null ? undefined : [found[0], found[2], found[3]]
}
