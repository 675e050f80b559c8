import { cachedConsent } from './cached-consent.ts'
import type { ConsentSource } from './consent-source.ts'
import { RemoteError } from './remote/remote-error.ts'
import { createTenantLink, type TenantLink } from './remote/tenant-link.ts'

export interface RemoteConsentOptions {
  /** Where the consent API is mounted, without `/v1`: `https://consent.example`. */
  readonly url: string
  /**
   * A token of the scope `consent:read` for the people of a tenant (`''` without tenants), as `signApiToken` of
   * `privity/consent/api` makes it. One that is for another tenant than asked for is noticed, and grants nothing.
   */
  readonly token: (tenant: string) => Promise<string>
  /**
   * How long an answer may be relied on; it is asked for anew after about half of it. Live updates make a withdrawal
   * count sooner; while they are down, it counts after this time at the latest. @defaultValue 5000
   */
  readonly ttlMillis?: number
  /** Subjects kept in memory; the ones read least recently go first. @defaultValue 10000 */
  readonly maxSubjects?: number
}

export interface RemoteConsent extends Required<ConsentSource> {
  /** Ends the live updates. What is known grows stale; nothing is asked for any more. */
  close(): void
}

/** Each has a connection of its own. */
const maxTenants = 256
/** A tenant that was asked for since is not given up for another one. */
const idleMillis = 60_000

/**
 * Grants that a consent API keeps, elsewhere on the network. Answers come from memory; what is read is kept fresh
 * behind, many subjects in one request, and changes are heard as they happen: from then until the new answer is there,
 * grants of that person do not count. While the API cannot be reached, answers grow stale: denials stay, grants end.
 *
 * At most 256 tenants at a time; of further ones nothing is known. It never throws, and neither its timers nor its
 * connections keep a process from ending.
 *
 * @example
 * const consent = remoteConsent({ url: 'https://consent.example', token: async () => await mintToken() })
 * consent.read({ tenant: 'acme', subject: 'ada' }) // undefined: the question is on its way
 */
export function remoteConsent({ url, token, ttlMillis, maxSubjects }: RemoteConsentOptions): RemoteConsent {
  const links = new Map<string, { readonly link: TenantLink; askedAt: number }>()
  const base = url.replace(/\/+$/u, '')
  let closed = false

  const { read, watch, outdate, doubt } = cachedConsent(
    async (subject) => {
      const { link } = linkTo(subject.tenant ?? '', Date.now())
      return await link.ask(subject)
    },
    { ttlMillis, maxSubjects },
  )

  const linkTo = (tenant: string, now: number) => {
    if (closed) throw new RemoteError('closed')
    const known = links.get(tenant)
    if (known !== undefined) {
      known.askedAt = now
      return known
    }
    makeRoom(now)
    const onReady = (): void => doubt((subject) => (subject.tenant ?? '') === tenant)
    const link = createTenantLink({ url: base, tenant, token, onReady, onChange: outdate })
    const made = { link, askedAt: now }
    links.set(tenant, made)
    return made
  }

  const makeRoom = (now: number): void => {
    if (links.size < maxTenants) return
    const idle = [...links].find(([, { askedAt }]) => now - askedAt >= idleMillis)
    if (idle === undefined) throw new RemoteError('too many tenants')
    idle[1].link.close()
    links.delete(idle[0])
  }

  return {
    read,
    watch,
    close() {
      closed = true
      for (const { link } of links.values()) link.close()
    },
  }
}
