import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** The wished-for port of 127.0.0.1, or any free one where somebody else has it. */
export async function freePort(wished: number): Promise<number> {
  const server = createServer()
  try {
    server.listen(wished, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    if (wished === 0) throw error
    return freePort(0)
  }
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
