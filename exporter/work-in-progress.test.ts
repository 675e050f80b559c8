import { describe, expect, it } from 'vitest'
import { createWorkInProgress } from './work-in-progress.ts'

describe('createWorkInProgress', () => {
  it('waits for what runs, however it ends, and for nothing that comes later', async () => {
    const work = createWorkInProgress()
    const first = Promise.withResolvers<string>()
    const second = Promise.withResolvers<string>()
    const added = [work.add(first.promise), work.add(second.promise)]
    let over = false
    const settled = work.settled().then(() => {
      over = true
    })
    const never = work.add(new Promise(() => {}))
    expect(never).toBeInstanceOf(Promise)
    first.resolve('done')
    await new Promise((resolve) => setImmediate(resolve))
    expect(over).toBe(false)
    second.reject(new Error('failed'))
    await settled
    expect((await Promise.allSettled(added)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  it('has nothing to wait for when all is over', async () => {
    const work = createWorkInProgress()
    await work.add(Promise.resolve())
    await work.settled()
  })
})
