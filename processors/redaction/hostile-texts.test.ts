import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../policy/entities.ts'
import { createDetector } from './create-detector.ts'

const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })

describe('hostile texts', () => {
  const length = 200_000
  it.each([
    ' ',
    'a',
    '1',
    '@',
    'a@',
    'a@a.',
    '.',
    ':',
    '1.',
    'a:',
    '1 ',
    '12-',
    '+1',
    '(',
    '=',
    'token=',
    'is ',
    '--a ',
    '/?a=',
    '://',
    'x://a:',
    'eyJ',
    'eyJ.',
    '-----BEGIN PRIVATE KEY-----',
    'Bearer ',
    'sk-',
    'A1',
    'DE89',
    '[email]',
    '"',
    '\\"',
    'Mr ',
    'Ab ',
    '%40',
    '\u00e9',
    '🙂',
    '00:',
    '0000.',
    '1234 5678 ',
    'a1 b2 ',
    '127.0.0.1/',
    ':AA',
    'Q~',
    'MM.',
  ])('are read to the end in good time: %j over and over', { timeout: 20_000 }, (part) => {
    const text = `${part.repeat(Math.ceil(length / part.length))} bob@example.com`
    const entities = detect(text)
    const last = entities.at(-1)
    expect(last && text.length - last.end).toBe(0)
  })
})
