import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGpc } from './read-gpc.ts'

describe('readGpc, on headers', () => {
  it.each([
    // the example of the draft: Sec-GPC: 1
    ['1', true],
    // several fields, of which one is exactly 1: the draft says that they are one with 1
    ['1, 1', true],
    ['0, 1', true],
    ['0,0', false],
    [' 1\t', true],
    // the draft: ignored unless it is exactly the character 1, and there are no extensions
    ['0', false],
    ['', false],
    ['true', false],
    ['"1"', false],
    ['?1', false],
    ['11', false],
    ['1.0', false],
    ['+1', false],
    ['01', false],
    ['1;x', false],
    ['１', false],
    ['1\u00a0', false],
  ])('a value of %j: %s', (value, present) => {
    expect(readGpc({ 'sec-gpc': value })).toBe(present)
    expect(readGpc({ get: (name: string) => (name === 'sec-gpc' ? value : null) })).toBe(present)
  })

  it('finds the header in whatever letters it is written, as a text or as a list', () => {
    expect(readGpc({ 'Sec-GPC': '1' })).toBe(true)
    expect(readGpc({ 'SEC-GPC': ['0', '1'] })).toBe(true)
    expect(readGpc(new Headers({ 'Sec-GPC': '1' }))).toBe(true)
    const twice = new Headers([
      ['sec-gpc', '0'],
      ['sec-gpc', '1'],
    ])
    expect(readGpc(twice)).toBe(true)
  })

  it('takes absence for no signal, and no other header for it', () => {
    expect(readGpc({})).toBe(false)
    expect(readGpc(new Headers({ DNT: '1' }))).toBe(false)
    expect(readGpc({ dnt: '1', 'sec-gpc-x': '1' })).toBe(false)
    expect(readGpc(Object.create({ 'sec-gpc': '1' }))).toBe(false)
  })
})

describe('readGpc, on a navigator', () => {
  it.each([
    [true, true],
    [false, false],
    [undefined, false],
    ['1', false],
    ['true', false],
    [1, false],
  ])('a property of %j: %s', (globalPrivacyControl, present) => {
    expect(readGpc({ globalPrivacyControl })).toBe(present)
  })

  it('reads a property that the browser inherits', () => {
    expect(readGpc(Object.create({ globalPrivacyControl: true }))).toBe(true)
  })
})

describe('readGpc, on anything', () => {
  it('throws nothing and finds no signal', () => {
    const trap = () => {
      throw new Error('trap')
    }
    expect(readGpc(new Proxy({}, { get: trap, has: trap, ownKeys: trap }))).toBe(false)
    fc.assert(
      fc.property(fc.anything(), (source) => {
        expect(readGpc(source as never)).toBe(false)
      }),
    )
  })
})
