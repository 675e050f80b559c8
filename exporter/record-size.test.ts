import { describe, expect, it } from 'vitest'
import { logRecord, spanRecord } from '../processors/guard-fixture.ts'
import { recordSize } from './record-size.ts'

const text = 'x'.repeat(10_000)

describe('recordSize', () => {
  it.each([
    ['an attribute', spanRecord({ attributes: { note: text } })],
    ['a list', spanRecord({ attributes: { notes: [text] } })],
    ['an event', spanRecord({ events: [{ time: [0, 0], name: 'e', attributes: { note: text } }] })],
    ['a name', spanRecord({ name: text })],
    ['a body', logRecord({ body: text })],
    ['what is nested in a body', logRecord({ body: { a: [{ b: text }] } })],
    ['bytes', logRecord({ body: new Uint8Array(10_000) })],
  ])('counts the text in %s', (_name, record) => {
    expect(recordSize(record)).toBeGreaterThan(10_000)
    expect(recordSize(record)).toBeLessThan(13_000)
  })

  it('ends with what refers to itself', () => {
    const body: Record<string, unknown> = {}
    body.again = body
    expect(recordSize(logRecord({ body }))).toBeGreaterThan(512)
  })
})
