import { describe, expect, it } from 'vitest'
import { type Authority, compileAuthority, parseAuthority } from './authority.ts'

const host = (name: string, port?: number): Authority => ({ kind: 'host', host: name, port })
const queue = (system: string, name: string): Authority => ({ kind: 'queue', system, name })

describe('compileAuthority', () => {
  it.each([
    ['orders.acme.example', host('orders.acme.example', 443)],
    ['orders.acme.example', host('orders.acme.example')],
    ['ORDERS.acme.example:8080', host('orders.acme.example', 8080)],
    ['localhost:3001', host('localhost', 3001)],
    ['127.0.0.1', host('127.0.0.1', 3001)],
    ['[::1]:3001', host('::1', 3001)],
    ['*.acme.example', host('a.acme.example', 1)],
    ['*.acme.example', host('a.b.acme.example', 1)],
    ['*.internal:50051', host('orders.internal', 50_051)],
    ['order_service', host('order_service', 80)],
    ['kafka:orders', queue('kafka', 'orders')],
    ['kafka:Orders.*', queue('kafka', 'Orders.eu')],
    ['bullmq:mail', queue('bullmq', 'mail')],
  ])('%s lets through %j', (pattern, authority) => {
    expect(compileAuthority(pattern)?.(authority)).toBe(true)
  })

  it.each([
    ['orders.acme.example', host('evil-orders.acme.example')],
    ['orders.acme.example', host('orders.acme.example.evil.example')],
    ['localhost:3001', host('localhost', 3002)],
    ['localhost:3001', host('localhost')],
    ['*.acme.example', host('acme.example', 443)],
    ['*.acme.example', host('evilacme.example', 443)],
    ['kafka:orders', queue('kafka', 'orders2')],
    ['kafka:orders', queue('rabbitmq', 'orders')],
    ['kafka:orders', host('kafka', 9092)],
    ['kafka:9092', queue('kafka', '9092')],
  ])('%s does not let through %j', (pattern, authority) => {
    expect(compileAuthority(pattern)?.(authority)).toBe(false)
  })

  it.each([
    '',
    '*',
    '*:443',
    '*.com',
    'a.*.example',
    'https://acme.example',
    'acme.example/path',
    'localhost:3001/path',
    'user@acme.example',
    'acme.example:0',
    'acme.example:65536',
    'acme..example',
    '-acme.example',
    'kafka:',
    'kafka: orders',
    'köln.example',
    'x'.repeat(301),
  ])('is nothing for %s', (text) => {
    expect(compileAuthority(text)).toBeUndefined()
  })
})

describe('parseAuthority', () => {
  it.each([
    ['Orders.acme.internal:8080', host('orders.acme.internal', 8080)],
    ['localhost', host('localhost')],
    ['[::1]:3001', host('::1', 3001)],
    ['kafka:Orders', queue('kafka', 'Orders')],
  ])('reads %s', (text, authority) => {
    expect(parseAuthority(text)).toEqual(authority)
  })

  it.each(['', '*.acme.internal', 'kafka:*', 'https://acme.internal', 'a b'])('is nothing for %s', (text) => {
    expect(parseAuthority(text)).toBeUndefined()
  })
})
