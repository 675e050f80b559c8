import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeName } from './code-name.ts'

describe('codeName', () => {
  it.each([
    'GET',
    'GET /tickets/:id',
    'GET /api/v1/tickets/{ticketId}',
    'middleware - jsonParser',
    'request handler - /tickets/:id',
    'pg.query:SELECT helpdesk',
    'SELECT helpdesk.tickets',
    'TicketController.create',
    'tcp.connect',
    'executing api route (app) /api/hello/[id]',
    'publish ticket.created',
    '@opentelemetry/instrumentation-http',
    'sha256 digest',
    'exception',
    'http.server.request.duration',
  ])('keeps %s', (name) => {
    expect(codeName(name)).toBe(name)
  })

  it.each([
    ['GET /tickets/4711', 'GET /tickets/{id}'],
    ['GET /users/bob@example.com', 'GET /users/{id}.com'],
    ['fetch GET https://shop.example.com/customers/ada?q=x', 'fetch GET {url}'],
    ['order for Ada Lovelace', 'order for {id} {id}'],
    ['job 6f1d5c1e-0d1f-4a43-9c3c-6a4f8f4a9a10', 'job {id}'],
    ['call +49 171 1234567', 'call {id} {id} {id}'],
    ['say Grüße', 'say {id}'],
    ['', '{id}'],
    ['one two three four five six seven eight nine ten', 'one two three four five six seven eight'],
  ])('reduces %s to %s', (name, reduced) => {
    expect(codeName(name)).toBe(reduced)
  })

  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (name) => codeName(codeName(name)) === codeName(name)))
  })

  it('lets no run of four digits through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('0', '7', 'a', ' ', '/', '.', '-', '_'), maxLength: 60 }),
        (name) => {
          expect(codeName(name)).not.toMatch(/\d{4}/u)
        },
      ),
    )
  })

  it.each([
    { length: 64, kept: true },
    { length: 65, kept: false },
  ])('keeps a word of $length letters: $kept', ({ length, kept }) => {
    const word = 'a'.repeat(length)
    expect(codeName(word)).toBe(kept ? word : '{id}')
  })
})
