import type { ConsentSource } from './consent-source.ts'
import { createTenantConsent, type TenantConsent } from './remote/tenant-consent.ts'

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
  /** Subjects of each tenant kept in memory; the ones read least recently go first. @defaultValue 10000 */
  readonly maxSubjects?: number
}

export interface RemoteConsent extends ConsentSource {
  /** Ends the live updates. What is known grows stale; nothing is asked for any more. */
  close(): void
}

/** Each has a connection of its own. */
const maxTenants = 256
/** A tenant that was read since is not given up for another one. */
const idleMillis = 60_000

/**
 * Grants that a consent API keeps, elsewhere on the network. Answers come from memory; what is read is kept fresh
 * behind, many subjects in one question, and changes are heard as they happen: from then until the new answer is there,
 * grants of that person do not count. While the API cannot be reached, answers grow stale: denials stay, grants end.
 *
 * At most 256 tenants at a time; of further ones nothing is known. It never throws, and neither its timers nor its connection keep a process from ending.
 *
 * @example
 * const consent = remoteConsent({ url: 'https://consent.example', token: async () => await mintToken() })
 * consent.read({ tenant: 'acme', subject: 'ada' }) // undefined: the question is on its way
 */
export function remoteConsent({
  url,
  token,
  ttlMillis = 5_000,
  maxSubjects = 10_000,
}: RemoteConsentOptions): RemoteConsent {
  const tenants = new Map<string, { readonly consent: TenantConsent; readAt: number }>()
  const base = url.replace(/\/+$/u, '')
  let closed = false

  const open = (tenant: string, now: number) => {
    if (closed || !makeRoom(now)) return undefined
    const consent = createTenantConsent({ url: base, tenant, token, ttlMillis, maxSubjects })
    const made = { consent, readAt: now }
    tenants.set(tenant, made)
    return made
  }

  const makeRoom = (now: number): boolean => {
    if (tenants.size < maxTenants) return true
    const idle = [...tenants].find(([, { readAt }]) => now - readAt >= idleMillis)
    if (idle === undefined) return false
    idle[1].consent.close()
    return tenants.delete(idle[0])
  }

  return {
    read(subject) {
      const now = Date.now()
      const tenant = tenants.get(subject.tenant ?? '') ?? open(subject.tenant ?? '', now)
      if (tenant === undefined) return undefined
      tenant.readAt = now
      return tenant.consent.read(subject, now)
    },
    close() {
      closed = true
      for (const { consent } of tenants.values()) consent.close()
    },
  }
}
