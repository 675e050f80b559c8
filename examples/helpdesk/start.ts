import { parseArgs } from 'node:util'
import { seedPassword, seedTenants } from './data/seed-people.ts'
import { createLiveView } from './demo/live-view.ts'
import { renderLastRecords, renderRemarks, renderTable } from './demo/render-flows.ts'
import { type Demo, startDemo } from './demo/run-demo.ts'

/**
 * `npm start`: the help desk under Privity's hook, people who work in it, and a live view of what each flow gets.
 * Ctrl-C ends it; so does `--for SECONDS` (or `HELPDESK_FOR`).
 */
const { values } = parseArgs({
  options: {
    for: { type: 'string', default: process.env.HELPDESK_FOR ?? '' },
    port: { type: 'string', default: process.env.PORT ?? '3000' },
    pause: { type: 'string', default: '1500' },
  },
})
const seconds = values.for === '' ? Number.POSITIVE_INFINITY : Number(values.for)
const [port, pauseMillis] = [Number(values.port), Number(values.pause)]
if ([seconds, port, pauseMillis].some(Number.isNaN)) {
  console.error('usage: start.ts [--for SECONDS] [--port PORT] [--pause MILLISECONDS]')
  process.exit(2)
}

const account = seedTenants[0]?.people[0]
const startedAt = Date.now()
const view = createLiveView()
let refresh: NodeJS.Timeout | undefined

const ended = Promise.withResolvers<'asked' | 'crashed'>()
process.on('SIGTERM', () => ended.resolve('asked'))
process.on('SIGINT', () => {
  // the second Ctrl-C: whoever is in a hurry; the other processes end with this one
  if (refresh === undefined) process.exit(130)
  ended.resolve('asked')
})

console.log('starting the help desk, its database and a receiver for its telemetry …')
const demo = await startDemo({ port, pauseMillis, onCrash: () => ended.resolve('crashed') })
if (Number.isFinite(seconds)) setTimeout(() => ended.resolve('asked'), seconds * 1000)
const interval = process.stdout.isTTY ? 1000 : 5000
refresh = setInterval(() => {
  demo.take()
  view.show([...head(demo), ...body(demo)])
}, interval)

const reason = await ended.promise
clearInterval(refresh)
refresh = undefined
console.log(reason === 'crashed' ? 'the help desk has ended by itself:' : 'ending …')
await demo.stop()
console.log([...head(demo), ...body(demo), ''].join('\n'))
process.exitCode = reason === 'crashed' ? 1 : 0

function head({ url, population }: Demo): string[] {
  const { people, responses, refused, failed, consentChanges } = population()
  const running = Math.round((Date.now() - startedAt) / 1000)
  return [
    '',
    `help desk ${url}   sign in as ${account?.email}, password ${seedPassword}`,
    `${running} s   ${people} simulated people: ${responses} responses, ${refused} refused, ${failed} failed, ${consentChanges} changes of consent`,
    '',
  ]
}

function body(current: Demo): string[] {
  const flows = current.flows()
  const messages = current.messages().trimEnd()
  return [
    ...renderTable(flows),
    '',
    ...renderRemarks(flows),
    '',
    ...renderLastRecords(flows),
    ...(messages === '' ? [] : ['', 'messages', ...messages.split('\n').slice(-5)]),
  ]
}
