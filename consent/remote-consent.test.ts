import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ConsentState } from './consent-source.ts'
import { fakeApi, grantedAt, stateOf } from './remote/api-server-fixture.ts'
import { type RemoteConsent, type RemoteConsentOptions, remoteConsent } from './remote-consent.ts'
import { subjectKey } from './subject-key.ts'

const ada = { tenant: 'acme', subject: 'ada' }
const opened: RemoteConsent[] = []
const open = (url: string, options: Partial<RemoteConsentOptions> = {}): RemoteConsent => {
  const consent = remoteConsent({ url, token: async () => 'a.b.c', ...options })
  opened.push(consent)
  return consent
}
afterEach(() => {
  for (const consent of opened.splice(0)) consent.close()
})

/** Reads until it is as the test wants it, as a guard does: again and again. */
async function until(consent: RemoteConsent, wanted: (state: ConsentState | undefined) => boolean, subject = ada) {
  return await vi.waitFor(
    () => {
      const state = consent.read(subject)
      if (!wanted(state)) throw new Error('not yet')
      return state
    },
    { timeout: 10_000, interval: 5 },
  )
}
const granted = (state: ConsentState | undefined): boolean =>
  state?.grants.personalization === 'granted' && Date.now() <= state.validUntil
const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis))

describe('remoteConsent', () => {
  it('answers undefined at first, and what the API said once it has said it', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url)
    expect(consent.read(ada)).toBeUndefined()
    expect(await until(consent, granted)).toMatchObject({ epoch: 3, changedAt: 1 })
  })

  it('asks for many subjects in one question, and for each once', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url)
    // what is asked before the live updates are there is asked once more
    await until(consent, granted)
    await vi.waitFor(() => expect(api.streams).toBe(1))
    await sleep(50)
    const before = api.questions.length
    const people = Array.from({ length: 1_500 }, (_, index) => ({ tenant: 'acme', subject: `s${index}` }))
    for (let round = 0; round < 3; round++) for (const person of people) consent.read(person)
    await vi.waitFor(() => expect(people.map((person) => consent.read(person)).every(granted)).toBe(true))
    const batches = api.questions.slice(before)
    expect(new Set(batches.flat().map(({ subject }) => subject)).size).toBe(1_500)
    expect(batches.flat()).toHaveLength(1_500)
    // so many questions are under way at a time
    expect(batches.map(({ length }) => length)).toEqual([1_000, 500])
  })

  it('asks for pseudonyms by pseudonym', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url)
    const named = { tenant: 'acme', subject: 'p'.repeat(22), pseudonymous: true as const }
    await vi.waitFor(() => expect(granted(consent.read(named))).toBe(true))
    expect(api.questions.flat()[0]).toEqual({ pseudonym: named.subject })
  })

  it('asks anew before an answer is too old, and keeps answering meanwhile', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url, { ttlMillis: 200 })
    await until(consent, granted)
    for (let round = 0; round < 40; round++) {
      await sleep(10)
      expect(consent.read(ada)?.grants.personalization).toBe('granted')
    }
    expect(api.questions.length).toBeGreaterThan(3)
    expect(api.questions.length).toBeLessThan(15)
  })

  it('stops granting on a change, until the new answer is there', async () => {
    let grant = 'granted'
    let epoch = 3
    let hold: Promise<void> = Promise.resolve()
    await using api = await fakeApi(async (subjects) => {
      const states = subjects.map((asked) => stateOf(asked, epoch, grant))
      await hold
      return { tenant: 'acme', states }
    })
    const consent = open(api.url, { ttlMillis: 60_000 })
    await until(consent, granted)
    await vi.waitFor(() => expect(api.streams).toBe(1))
    await sleep(50)
    let release = (): void => {}
    hold = new Promise((resolve) => {
      release = resolve
    })
    grant = 'denied'
    epoch = 4
    const told = vi.fn()
    consent.watch(told)
    api.tell('consent', { pseudonym: 'pseudonym-of-ada', epoch })
    const between = await until(consent, (state) => !granted(state))
    expect(between).toMatchObject({ epoch: 3, validUntil: 0 })
    // what waits to be delivered is looked at again at once
    expect(told).toHaveBeenCalledWith(subjectKey(ada))
    release()
    expect(await until(consent, (state) => state?.epoch === 4)).toMatchObject({ grants: { personalization: 'denied' } })
  })

  it('takes no answer that a change overtook, also of somebody whose pseudonym is still to come', async () => {
    let release = (): void => {}
    const hold = new Promise<void>((resolve) => {
      release = resolve
    })
    await using api = await fakeApi(async (subjects) => {
      // the first question was answered by the database before the change, and arrives after it
      if (api.questions.length > 1) {
        // long enough for the guard to read what it has meanwhile
        await sleep(100)
        return { tenant: 'acme', states: subjects.map((asked) => stateOf(asked, 4, 'denied')) }
      }
      await hold
      return { tenant: 'acme', states: subjects.map((asked) => stateOf(asked, 3, 'granted')) }
    })
    const consent = open(api.url, { ttlMillis: 60_000 })
    consent.read(ada)
    await vi.waitFor(() => expect([api.questions.length, api.streams]).toEqual([1, 1]))
    await sleep(50)
    api.tell('consent', { pseudonym: 'pseudonym-of-ada', epoch: 4 })
    await sleep(50)
    const seen: (ConsentState | undefined)[] = []
    release()
    await until(consent, (state) => {
      seen.push(state)
      return state?.epoch === 4
    })
    expect(seen.some((state) => state?.epoch === 3)).toBe(true)
    // as it was when it was read: nothing of it was valid
    expect(seen.every((state) => state?.grants.personalization !== 'granted' || state.validUntil === 0)).toBe(true)
  })

  it('does not ask for a change that it knows already', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url, { ttlMillis: 60_000 })
    await until(consent, granted)
    await sleep(100)
    const asked = api.questions.length
    api.tell('consent', { pseudonym: 'pseudonym-of-ada', epoch: 3 })
    await sleep(100)
    expect(granted(consent.read(ada))).toBe(true)
    expect(api.questions.length).toBe(asked)
  })

  it('comes back when the stream ends, and asks anew for all that it knew', async () => {
    let epoch = 3
    await using api = await fakeApi((subjects) => ({
      tenant: 'acme',
      states: subjects.map((asked) => stateOf(asked, epoch, epoch === 3 ? 'granted' : 'denied')),
    }))
    const consent = open(api.url, { ttlMillis: 60_000 })
    await until(consent, granted)
    await vi.waitFor(() => expect(api.streams).toBe(1))
    await sleep(50)
    epoch = 4
    api.hangUp()
    expect((await until(consent, (state) => state?.epoch === 4))?.grants.personalization).toBe('denied')
    expect(api.streams).toBe(2)
  })

  it('does not hammer an API whose streams open and end at once', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url)
    const end = Date.now() + 1_500
    while (Date.now() < end) {
      consent.read(ada)
      api.hangUp()
      await sleep(5)
    }
    expect(api.streams).toBeGreaterThan(1)
    expect(api.streams).toBeLessThan(8)
  })

  it('takes a change that it cannot read for a reason to come back and ask anew', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url, { ttlMillis: 60_000 })
    await until(consent, granted)
    await vi.waitFor(() => expect(api.streams).toBe(1))
    await sleep(50)
    const asked = api.questions.length
    api.tell('consent', { pseudonym: 'pseudonym-of-ada', epoch: 'four' })
    await vi.waitFor(() => {
      consent.read(ada)
      expect([api.streams, api.questions.length]).toEqual([2, asked + 1])
    })
  })

  it('lets grants end while the API fails, keeps denials, and recovers', async () => {
    let fails = false
    await using api = await fakeApi((subjects, response) => {
      if (fails) response.writeHead(503).end()
      return {
        tenant: 'acme',
        states: subjects.map((asked) => ({
          ...stateOf(asked, 3, 'granted'),
          grants: { personalization: 'granted', model_training: 'denied' },
        })),
      }
    })
    const consent = open(api.url, { ttlMillis: 300 })
    await until(consent, granted)
    fails = true
    const stale = await until(consent, (state) => !granted(state))
    expect(stale?.grants.model_training).toBe('denied')
    const asked = api.questions.length
    for (let round = 0; round < 50; round++) {
      consent.read(ada)
      await sleep(10)
    }
    // half a second of reads: the waits between the questions have grown
    expect(api.questions.length - asked).toBeLessThan(8)
    fails = false
    await until(consent, granted)
  })

  it('leaves an API in peace that fails, however many people are read', async () => {
    await using api = await fakeApi((_subjects, response) => void response.writeHead(503).end())
    const consent = open(api.url)
    const end = Date.now() + 1_000
    for (let index = 0; Date.now() < end; index++) {
      consent.read({ tenant: 'acme', subject: `s${index}` })
      await sleep(2)
    }
    // with waits of 50 to 100, 100 to 200, 200 to 400 milliseconds in between, and so on
    expect(api.questions.length).toBeGreaterThan(1)
    expect(api.questions.length).toBeLessThan(10)
  })

  it.each<[string, RemoteConsentOptions['token']]>([
    ['rejects', () => Promise.reject(new Error('no token for ada'))],
    [
      'throws',
      () => {
        throw new Error('no token for ada')
      },
    ],
    ['hangs', () => new Promise(() => {})],
    ['answers no text', async () => ({ not: 'a token' }) as unknown as string],
  ])('grants nothing while the callback for tokens %s', async (_how, token) => {
    await using api = await fakeApi(() => ({ tenant: 'globex', states: [] }))
    const consent = open(api.url, { token })
    consent.read(ada)
    await sleep(100)
    expect(consent.read(ada)).toBeUndefined()
  })

  it('grants nothing on a token of another tenant', async () => {
    await using api = await fakeApi(grantedAt(3), 'acme')
    const consent = open(api.url)
    const other = { tenant: 'globex', subject: 'ada' }
    consent.read(other)
    await vi.waitFor(() => expect(api.questions.length).toBeGreaterThan(0))
    await sleep(100)
    expect(consent.read(other)).toBeUndefined()
    expect(consent.read({ subject: 'ada' })).toBeUndefined()
  })

  it('keeps as many subjects as it may, and not one more', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url, { maxSubjects: 3, ttlMillis: 60_000 })
    const person = (index: number) => ({ tenant: 'acme', subject: `s${index}` })
    for (const index of [0, 1, 2]) await until(consent, granted, person(index))
    for (const index of [0, 1, 2]) expect(granted(consent.read(person(index)))).toBe(true)
    // the one read least recently goes
    consent.read(person(0))
    await until(consent, granted, person(3))
    expect(granted(consent.read(person(0)))).toBe(true)
    expect(consent.read(person(1))).toBeUndefined()
  })

  it('ends: after close nothing is asked, and grants grow stale', async () => {
    await using api = await fakeApi(grantedAt(3))
    const consent = open(api.url, { ttlMillis: 100 })
    await until(consent, granted)
    consent.close()
    await sleep(50)
    const asked = api.questions.length
    await sleep(150)
    expect(granted(consent.read(ada))).toBe(false)
    expect(consent.read({ tenant: 'other', subject: 'x' })).toBeUndefined()
    await sleep(50)
    expect(api.questions.length).toBe(asked)
  })

  it('survives whatever is answered, and grants nothing then', async () => {
    let answer: unknown
    await using api = await fakeApi(() => answer)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.anything({ withNullPrototype: false }),
          fc.record({ tenant: fc.constant('acme'), states: fc.array(fc.anything(), { maxLength: 2 }) }),
          fc.record({
            tenant: fc.constant('acme'),
            states: fc.tuple(
              fc.record({
                pseudonym: fc.constantFrom('p', 1, null),
                epoch: fc.constantFrom(1, '1', null),
                changedAt: fc.constantFrom(1, null),
                grants: fc.constantFrom({ personalization: 'yes' }, { personalization: 1 }, null, ['granted']),
              }),
            ),
          }),
        ),
        async (said) => {
          answer = JSON.parse(JSON.stringify(said, (_key, value) => (typeof value === 'bigint' ? 1 : value)) ?? 'null')
          const consent = open(api.url)
          const before = api.questions.length
          consent.read(ada)
          await vi.waitFor(() => expect(api.questions.length).toBe(before + 1))
          await sleep(2)
          expect(granted(consent.read(ada))).toBe(false)
          consent.close()
        },
      ),
      { numRuns: 50, seed: 7 },
    )
  })

  it('does not keep a process from ending', async () => {
    await using api = await fakeApi(grantedAt(3))
    const code = `
      import { remoteConsent } from ${JSON.stringify(new URL('./remote-consent.ts', import.meta.url).href)}
      const consent = remoteConsent({ url: ${JSON.stringify(api.url)}, token: async () => 'a.b.c' })
      while (consent.read({ tenant: 'acme', subject: 'ada' }) === undefined) await new Promise((done) => setTimeout(done, 20))
      await new Promise((done) => setTimeout(done, 200))
      process.stdout.write('done')`
    const args = ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', code]
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 })
    expect(stdout).toBe('done')
    expect(api.streams).toBe(1)
  })
})
