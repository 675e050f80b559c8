import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { healthCheck } from 'privity/node'
import { createApp } from './app.ts'
import { openConsent } from './consent.ts'
import { openDatabase } from './data/database.ts'
import { migrate } from './data/migrate.ts'
import { seedIfEmpty } from './data/seed.ts'
import { createReceipts } from './receipts.ts'
import { createApi } from './routes/consent-api.ts'
import { log } from './web/log.ts'

/**
 * Runs the help desk. `DATABASE_URL` names the PostgreSQL, `PORT` the port (3000; 0 for a free one), `PRIVITY_KEY` is the
 * secret that people's names in the record of consent are made with, `RECEIPT_KEY` the key that receipts are signed with.
 *
 * Under `--require privity/register` it has telemetry; without, it runs the same.
 */
const { DATABASE_URL, DATABASE_CONNECTIONS = '10', HOST = '127.0.0.1', PORT = '3000' } = process.env
const { PRIVITY_KEY, RECEIPT_KEY } = process.env
if (!DATABASE_URL) {
  console.error('DATABASE_URL is missing: postgres://user:password@host:5432/database')
  process.exit(1)
}
if (!PRIVITY_KEY) {
  console.error('PRIVITY_KEY is missing: make one with openssl rand -base64 32, and keep it')
  process.exit(1)
}

const db = openDatabase({ url: DATABASE_URL, connections: Number(DATABASE_CONNECTIONS) })
db.on('error', (error) => log.error({ err: error }, 'a database connection was lost'))
await migrate(db)
const ledger = await openConsent(db, PRIVITY_KEY)
await seedIfEmpty(db, ledger)
const receipts = await createReceipts(ledger, RECEIPT_KEY)
const consentApi = await createApi(db, ledger)
const endHealthCheck = healthCheck('database', () => db.query('select 1'))

const server = createApp({ db, ledger, receipts, consentApi }).listen(Number(PORT), HOST)
await once(server, 'listening')
const url = `http://${HOST}:${(server.address() as AddressInfo).port}`
log.info({ url }, 'help desk is open')
process.send?.({ url })

process.on('SIGTERM', close)
process.on('SIGINT', close)
// whoever started this process has died: nobody is left to stop it
process.on('disconnect', close)

let closing = false
/** Lets running requests finish, then ends. */
function close(): void {
  if (closing) return
  closing = true
  endHealthCheck()
  server.close(async () => {
    await ledger.close()
    await db.end()
    if (process.connected) process.disconnect()
  })
  server.closeIdleConnections()
}
