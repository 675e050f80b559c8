import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createConsentApi } from '../consent/api/create-consent-api.ts'
import { describeApi } from '../consent/api/describe-api.ts'
import type { Ledger } from '../consent/ledger/ledger.ts'
import { defaultPolicy } from '../policy/default-policy.ts'

/**
 * Writes the OpenAPI document of the consent API, with all routes that it can have. Run it after every change of one.
 *
 *     node scripts/generate-openapi.ts
 */
export const documentPath = new URL('../docs/consent-api.generated.json', import.meta.url)

export function generateOpenApi(): string {
  const api = createConsentApi({
    policy: defaultPolicy,
    // nothing is asked: a description needs no ledger
    ledger: {} as Ledger,
    issuers: [],
    audience: 'https://consent.example',
    devices: { tenant: '', origin: 'https://shop.example' },
    receipt: async () => '',
  })
  return `${JSON.stringify(describeApi(api), undefined, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(documentPath, generateOpenApi())
