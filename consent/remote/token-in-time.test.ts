import { describe, expect, it } from 'vitest'
import { tokenInTime } from './token-in-time.ts'

const patient = new AbortController().signal

describe('tokenInTime', () => {
  it('gives the token for the tenant', async () => {
    expect(await tokenInTime(async (tenant) => `${tenant}.b.c`, 'acme', patient)).toBe('acme.b.c')
  })

  it.each([undefined, 7, '', 'two words', 'a.b.c\r\nx: y', {}])('refuses %j, which is none', async (text) => {
    await expect(tokenInTime(async () => text as string, 'acme', patient)).rejects.toThrow('the token is none')
  })

  it('gives up with its signal on one that hangs', async () => {
    const hangs = () => new Promise<string>(() => {})
    const controller = new AbortController()
    const token = tokenInTime(hangs, 'acme', controller.signal)
    controller.abort()
    await expect(token).rejects.toThrow('no token in time')
    await expect(tokenInTime(hangs, 'acme', controller.signal)).rejects.toThrow('no token in time')
  })
})
