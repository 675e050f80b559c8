import { watch } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seedPassword, seedTenants } from './data/seed-people.ts'
import type { ReceivedSpan } from './demo/inbox.ts'
import { renderTable } from './demo/render-flows.ts'
import { startDemo } from './demo/run-demo.ts'
import { renderWaterfall } from './demo/waterfall.ts'

/**
 * `npm run dev`: like `start.ts`, for those who work on it. The server starts again when a file changes, database and
 * people stay; every few seconds one request is shown as a waterfall. Ctrl-C ends it; so does `--for SECONDS`.
 */
const { values } = parseArgs({ options: { for: { type: 'string', default: '' } } })
const account = seedTenants[0]?.people[0]
const stopping = new AbortController()
process.on('SIGINT', () => stopping.abort())
process.on('SIGTERM', () => stopping.abort())

const demo = await startDemo({
  port: Number(process.env.PORT ?? '3000'),
  pauseMillis: 4000,
  onCrash: () => console.log('the help desk has ended by itself; save a file to start it again'),
})
if (values.for !== '') setTimeout(() => stopping.abort(), Number(values.for) * 1000)
console.log(`help desk ${demo.url}   sign in as ${account?.email}, password ${seedPassword}`)

const serverParts = /\.(ts|sql|eta|yaml)$/
let changed: string | undefined
const watcher = watch(fileURLToPath(new URL('.', import.meta.url)), { recursive: true }, (_event, file) => {
  if (file !== null && serverParts.test(file) && !/test\.ts$|^demo/.test(file)) changed = file
})

let traces = new Map<string, ReceivedSpan[]>()
for (let second = 1; !stopping.signal.aborted; second += 1) {
  await pause(1000, undefined, { signal: stopping.signal }).catch(() => {})
  for (const { flow, record } of demo.take())
    if (flow === 'operations' && record.kind === 'span')
      traces.set(record.traceId, [...(traces.get(record.traceId) ?? []), record])

  if (changed !== undefined) {
    console.log(`\n${changed} has changed, starting again …`)
    changed = undefined
    try {
      await demo.restartHelpdesk()
    } catch (error) {
      console.log(demo.messages().split('\n').slice(-20).join('\n'), String(error))
    }
  } else if (second % 5 === 0) {
    // the one with most to see; work without a request, such as the health check, is none
    const requests = [...traces.values()].filter((spans) =>
      spans.some((span) => 'http.request.method' in span.attributes),
    )
    const longest = requests.sort((a, b) => b.length - a.length)[0]
    if (longest !== undefined) console.log(['', ...renderWaterfall(longest)].join('\n'))
    traces = new Map()
    if (second % 20 === 0) console.log(['', ...renderTable(demo.flows())].join('\n'))
  }
}
watcher.close()
await demo.stop()
console.log(['', ...renderTable(demo.flows())].join('\n'))
