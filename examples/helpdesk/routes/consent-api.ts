import { getRequestListener } from '@hono/node-server'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose'
import { createConsentApi, signApiToken } from 'privity/consent/api'
import type { Ledger } from 'privity/consent/ledger'
import type { Database } from '../data/database.ts'
import { allTenantIds } from '../data/people.ts'
import { policy } from '../privacy.ts'
import { personOf } from '../web/visit.ts'

const [issuer, audience] = ['helpdesk', 'helpdesk-consent']

export interface ConsentApi {
  /** For apps, which have no pages: people read and change what they said. */
  readonly api: RequestHandler
  /** Gives the signed-in person a token for it, good for five minutes. */
  readonly tokens: Router
}

/** Each tenant has a key of its own, as the API takes the tenant from the key and from nothing that a caller says. */
export async function createApi(db: Database, ledger: Ledger): Promise<ConsentApi> {
  const signingKeys = new Map<number, CryptoKey>()
  const keys: JWK[] = []
  const tenant: Record<string, string> = {}
  for (const id of await allTenantIds(db)) {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA')
    signingKeys.set(id, privateKey)
    keys.push({ ...(await exportJWK(publicKey)), kid: keyIdOf(id) })
    tenant[keyIdOf(id)] = String(id)
  }
  const issuers = [{ issuer, tenant, keys: { keys }, algorithms: ['EdDSA'] }] as const
  const { fetch } = createConsentApi({ policy, ledger, audience, issuers })

  const tokens = Router()
  tokens.get('/', async (_request: Request, response: Response) => {
    const { tenantId, id } = personOf(response)
    const key = signingKeys.get(tenantId)
    if (key === undefined) throw new Error('a tenant that came after the start has no key yet')
    const signer = { issuer, audience, key, algorithm: 'EdDSA', keyId: keyIdOf(tenantId) } as const
    const token = await signApiToken(signer, { subject: String(id), scopes: ['self'] })
    response.set('cache-control', 'no-store').json({ token })
  })
  return { api: getRequestListener(fetch), tokens }
}

function keyIdOf(tenantId: number): string {
  return `tenant-${tenantId}`
}
