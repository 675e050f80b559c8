// Hello world, and a handler with 3 ms of database-like work: a wait off the CPU, and rows made into JSON.
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'

const app = express()
app.get('/hello', (_request, response) => {
  response.send('hello')
})
app.get('/tickets/:id', async (request, response) => {
  await sleep(3)
  const rows = Array.from({ length: 50 }, (_, index) => ({
    id: `${request.params.id}-${index}`,
    title: 'The printer on floor three does not answer',
    status: index % 2 === 0 ? 'open' : 'closed',
    updated: new Date(1_700_000_000_000 + index * 1_000),
  }))
  response.json(rows.filter((row) => row.status === 'open'))
})

const server = app.listen(0, '127.0.0.1', () => {
  process.send?.({ listening: server.address().port, rss: process.memoryUsage.rss() })
})

// the bench asks for CPU time at the start and at the end of a load, over the channel, not over HTTP
process.on('message', (message) => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send({ cpuMicros: user + system, rss: process.memoryUsage.rss() })
  }
  if (message === 'end') process.exit(0)
})
