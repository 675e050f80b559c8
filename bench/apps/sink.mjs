// An OTLP receiver that reads and forgets, so that exporting costs the application what it costs in production.
import { createServer } from 'node:http'

let bytes = 0
let requests = 0
const server = createServer((request, response) => {
  requests += 1
  request.on('data', (chunk) => {
    bytes += chunk.length
  })
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end())
})
server.listen(0, '127.0.0.1', () => process.send({ listening: server.address().port }))
process.on('message', (message) => {
  if (message === 'bytes') {
    process.send({ bytes, requests })
    bytes = 0
    requests = 0
  }
  if (message === 'end') process.exit(0)
})
