import { describe, expect, it } from 'vitest'
import { generalise, maxGeneralisedLength } from './generalise.ts'
import { timeHour } from './generalisers/time-hour.ts'

describe('generalise', () => {
  it('calls the generaliser of that name', () => {
    expect(generalise('ip_network', '192.0.2.17')).toBe('192.0.2.0/24')
    expect(generalise('user_agent_family', 'curl/8.5.0')).toBe('curl 8')
    expect(generalise('url_template', 'https://a.example/x/1')).toBe('https://a.example/x/{id}')
    expect(generalise('path_template', '/x/1')).toBe('/x/{id}')
    expect(generalise('sql_template', 'SELECT 1 FROM a')).toBe('SELECT ? FROM a')
    expect(generalise('stack_frames', 'E\n    at f (/a/b.js:1:1)')).toBe('    at f (b.js:1:1)')
    expect(generalise('time_hour', '2026-11-23T10:36:18Z')).toBe('2026-11-23T10:00:00Z')
  })

  it.each([undefined, null, 5, true, {}, ['192.0.2.17'], Symbol('x')])(
    'gives nothing for what is no text: %s',
    (value) => {
      for (const action of ['ip_network', 'url_template', 'sql_template', 'stack_frames'] as const) {
        expect(generalise(action, value)).toBeUndefined()
      }
    },
  )

  it('reads a text at the limit, and none past it', () => {
    const path = `/x/${'1'.repeat(maxGeneralisedLength - 3)}`
    expect(generalise('path_template', path)).toBe('/x/{id}')
    expect(generalise('path_template', `${path}1`)).toBeUndefined()
  })
})

describe('timeHour', () => {
  it.each([
    ['2026-11-23T10:36:18.123Z', '2026-11-23T10:00:00Z'],
    ['2026-11-23T10:36:18+02:00', '2026-11-23T08:00:00Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:00:00Z'],
    [1_795_430_178, 1_795_428_000],
    [1_795_430_178_123, 1_795_428_000_000],
    [1_795_430_178_123_456, 1_795_428_000_000_000],
  ])('cuts %s to the hour', (time, hour) => {
    expect(timeHour(time)).toBe(hour)
    expect(timeHour(hour)).toBe(hour)
  })

  it.each([
    '',
    'yesterday',
    '10:36',
    '2026-11-23',
    '2026-13-23T10:36:00Z',
    'bob 2026-11-23T10:36:00Z',
    7,
    Number.NaN,
    -5,
    Number.POSITIVE_INFINITY,
    null,
    {},
  ])('gives nothing for %s', (value) => {
    expect(timeHour(value)).toBeUndefined()
  })
})
