import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Ledger, LedgerChange } from '../ledger/ledger.ts'
import { testApi } from './api-fixture.ts'
import { createChangeHub } from './change-hub.ts'
import { type EventStream, eventStream, heartbeatMillis } from './event-stream.ts'
import { readStream } from './read-stream-fixture.ts'

describe('eventStream', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
  afterEach(() => void vi.useRealTimers())

  const open = (endsAt = Date.now() + 60_000) => {
    const stop = vi.fn()
    let stream: EventStream | undefined
    const response = eventStream(
      (made) => {
        stream = made
        return stop
      },
      endsAt,
      Date.now,
    )
    return { stop, stream: stream as EventStream, text: response.text(), response }
  }

  it('says that it is open at once, then events and that it lives', async () => {
    const { stream, text } = open()
    stream.send('consent', { epoch: 4 })
    await vi.advanceTimersByTimeAsync(heartbeatMillis)
    stream.close()
    expect(await text).toBe(': open\n\nevent: consent\ndata: {"epoch":4}\n\n: alive\n\n')
  })

  it('ends when the right of the caller ends, and stops what it listened to once', async () => {
    const { stop, stream, text } = open(Date.now() + 30_000)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(stop).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await text
    expect(stop).toHaveBeenCalledTimes(1)
    stream.send('late', {})
    stream.close()
    expect(stop).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends when nobody reads any more', async () => {
    const stop = vi.fn()
    const response = eventStream(() => stop, Date.now() + 60_000, Date.now)
    await response.body?.cancel()
    expect(stop).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('cuts off who reads too slowly: 255 events wait, one more does not', () => {
    const stop = vi.fn()
    let stream: EventStream | undefined
    eventStream(
      (made) => {
        stream = made
        return stop
      },
      Date.now() + 60_000,
      Date.now,
    )
    for (let sent = 0; sent < 255; sent++) stream?.send('consent', { epoch: sent })
    expect(stop).not.toHaveBeenCalled()
    stream?.send('consent', { epoch: 255 })
    expect(stop).toHaveBeenCalledTimes(1)
  })

  it('leaves no timer behind when it cannot start', () => {
    const fail = () => {
      throw new Error('too many')
    }
    expect(() => eventStream(fail, Date.now() + 60_000, Date.now)).toThrow('too many')
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('createChangeHub', () => {
  const watched = () => {
    const stop = vi.fn()
    let tell: (change: LedgerChange) => void = () => {}
    const watch = vi.fn((listener: (change: LedgerChange) => void) => {
      tell = listener
      return stop
    })
    return {
      hub: createChangeHub({ watch } as unknown as Ledger),
      watch,
      stop,
      tell: (change: LedgerChange) => tell(change),
    }
  }

  it('watches the ledger once, while somebody listens', () => {
    const { hub, watch, stop } = watched()
    expect(watch).not.toHaveBeenCalled()
    const leave = [hub.listen({ tenant: 'a' }, () => {}), hub.listen({ tenant: 'b', subject: 'x' }, () => {})]
    expect(watch).toHaveBeenCalledTimes(1)
    leave[0]?.()
    leave[0]?.()
    expect(stop).not.toHaveBeenCalled()
    leave[1]?.()
    expect(stop).toHaveBeenCalledTimes(1)
    hub.listen({ tenant: 'a' }, () => {})
    expect(watch).toHaveBeenCalledTimes(2)
  })

  it('tells a person of their changes and a tenant of all of theirs, whatever a listener does', () => {
    const { hub, tell } = watched()
    const person = vi.fn()
    const tenant = vi.fn()
    hub.listen({ tenant: 'a' }, () => {
      throw new Error('broken')
    })
    hub.listen({ tenant: 'a', subject: 'x' }, person)
    hub.listen({ tenant: 'a' }, tenant)
    tell({ tenant: 'a', subject: 'x', epoch: 1 })
    tell({ tenant: 'a', subject: 'y', epoch: 2 })
    tell({ tenant: 'b', subject: 'x', epoch: 1 })
    expect(person.mock.calls.map(([{ epoch }]) => epoch)).toEqual([1])
    expect(tenant.mock.calls.map(([{ epoch }]) => epoch)).toEqual([1, 2])
  })

  it('takes a hundred listeners of one person, and not one more', async () => {
    const { hub } = watched()
    const topic = { tenant: 'a', subject: 'x' }
    for (let count = 0; count < 100; count++) expect(hub.listen(topic, () => {})).toBeDefined()
    expect(hub.listen(topic, () => {})).toBeUndefined()
    expect(hub.listen({ tenant: 'a', subject: 'y' }, () => {})).toBeDefined()
  })
})

describe('the streams of the API', () => {
  it('are refused when a person has too many open', async () => {
    const { as } = await testApi()
    const ada = as('acme', 'ada')
    const streams = await Promise.all(Array.from({ length: 100 }, () => ada('/v1/me/events')))
    const refused = await ada('/v1/me/events')
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ code: 'too_many_streams' })
    await streams[0]?.body?.cancel()
    const taken = await ada('/v1/me/events')
    expect(taken.status).toBe(200)
    for (const stream of [...streams.slice(1), taken]) await stream.body?.cancel()
  })

  it('verify the chain of the tenant with progress, one at a time', async () => {
    const { as, ledger } = await testApi()
    await as('acme', 'ada')('/v1/me/consent', {
      method: 'PUT',
      json: { changes: [{ purpose: 'model_training', grant: 'granted' }] },
    })
    const operator = as('acme', 'olga', 'operator')
    const text = await readStream(await operator('/v1/verify'), (said) => said.includes('event: report'))
    expect(text).toContain('event: progress\ndata: {"done":1,"total":1}\n\n')
    expect(text).toMatch(
      /event: report\ndata: \{"entries":1,"problems":\[\],"head":\{"seq":1,"hash":"[\w-]{43,64}"\}\}/u,
    )

    let signal: AbortSignal | undefined
    vi.spyOn(ledger, 'verify').mockImplementation((walk) => {
      signal = walk?.signal
      return new Promise((_resolve, reject) =>
        walk?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      )
    })
    const running = await operator('/v1/verify')
    expect((await operator('/v1/verify')).status).toBe(429)
    await running.body?.cancel()
    expect(signal?.aborted).toBe(true)
    await vi.waitFor(async () => expect((await operator('/v1/verify')).status).toBe(200))
  })
})
