import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../policy/entities.ts'
import { createDetector } from './create-detector.ts'

const all = { entities: entityTypes.map(({ type }) => type), custom: [], actions: {} }
const detect = createDetector(all)

/** `type: text` of each entity. */
function found(text: string, find = detect): readonly string[] {
  return find(text).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)
}

const letters36 = 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'

describe('what is not found', () => {
  it.each([
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '550e8400-e29b-41d4-a716-446655440000',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '2026-11-23T10:36:18.123Z',
    '2026-11-23 10:36:18,123 INFO',
    '081109 203615 148 INFO dfs.DataNode$PacketResponder',
    'Mon, 23 Nov 2026 10:36:18 GMT',
    '1795430178',
    '1795430178123',
    '1795430178123456789',
    'v1.2.3',
    '10.4.0-beta.1',
    'sdk-node@0.208.0',
    'Chrome/128.0.0.0',
    'version 1.2.3.4',
    'node v24.21.0',
    '127.0.0.1:3000',
    '0.0.0.0',
    '::1',
    '::',
    '255.255.255.0',
    '192.0.2.0/24',
    '2001:db8::/48',
    'std::vector<int>',
    'Foo::bar',
    '12:34:56',
    'arn:aws:lambda:eu-west-1:123456789012:function:resize',
    'blk_-1608999687919862906',
    'localhost:5432',
    'http://localhost:3000/api/tickets',
    'GET /tickets/:id',
    'express.middleware',
    'middleware - jsonParser',
    'SELECT helpdesk tickets',
    'node:internal/process',
    'Starting Jersey server',
    'Hibernate schema',
    'service.name',
    'http.status_code',
    'icon@2x.png',
    'user@1000.service',
    'git@github.com:owner/name.git',
    '@opentelemetry/api',
    'pkg@latest',
    '39202217-6097-4792-8758-b9ee9c2e498f',
    '9268.70058183839',
    '39829 39430 4816 15431 31264 59519 37970 96895',
    'Hello World, Dear Customer, Hi all,',
    '[phone] 192.0.2.0/24',
    '[national_id] 123456782',
    'password must not be empty',
    'password: required',
    'token is expired',
    'Bearer authentication required',
    'Basic usage of tokens',
    'Failed password for root',
    'max_tokens: 512',
    'tokens=17',
    'token=null',
    'token: Token{41f0}',
    'what is this? a=b',
    'SELECT a FROM b WHERE c = ? AND d = ?',
    '/home',
    '/usr/lib/node_modules',
    'gid=0 uid=1000 pid=4711 port=5432 size=1048576',
    '3.14159265358979',
    '-0.000123456',
    '0x7ffee3b4c5d6',
    '1e10',
    '99.999%',
    'us-east-1a',
    'm5.2xlarge',
    'i-0abcd1234efgh5678',
    'sg-903004f8',
    'pod-7d4b9c6f5-x2x9k',
    'order #1234567890',
    'build 20261123.4',
    '4111 1111 1111 1112',
    'DE89370400440532013001',
  ])('clean telemetry: %s', (text) => {
    expect(found(text)).toEqual([])
    expect(found(`seen ${text} there`)).toEqual([])
  })

  it.each([
    '[email]',
    '[email:1]',
    '[secret]',
    `ps1_a1b2c3d4e5_${letters36.slice(0, 22)}`,
    'password=[secret]',
    'Authorization: [secret]',
    'https://[secret]@x.example/?a=[url_query:2]',
    '[removed]',
  ])('what redaction has put there: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('a value is not hidden by a mark in its midst', () => {
    expect(found('password=[secret]hunter2')).toEqual(['secret: hunter2'])
    expect(found('password=hun[email]ter2')).toEqual(['secret: hun', 'secret: ter2'])
  })

  it('types that the policy does not name, but secrets always', () => {
    const none = createDetector({ ...all, entities: [] })
    expect(found('bob@example.com password=hunter2', none)).toEqual(['secret: hunter2'])
  })
})
