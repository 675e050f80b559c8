import { setTimeout as pause } from 'node:timers/promises'
import { type SeedPerson, seedTenants } from '../data/seed-people.ts'
import { createBrowser } from './browser.ts'
import { changeConsent, habits, type Step, signIn, signOut } from './person-steps.ts'
import { createRandom } from './random.ts'

export interface PopulationOptions {
  /** The address of the help desk. */
  readonly site: string
  /** How long a person rests between two steps, on average. */
  readonly pauseMillis: number
  /** Makes a course that can be repeated, as far as the machine's timing allows. */
  readonly seed: number
}

export interface PopulationCounts {
  readonly people: number
  readonly responses: number
  /** Answers with 400 to 499: wrong passwords, broken links, pages that are not theirs. */
  readonly refused: number
  /** Answers with 500 and more, and requests that got none. The help desk should have none of these. */
  readonly failed: number
  readonly consentChanges: number
}

export interface Population {
  counts(): PopulationCounts
  /** Resolves when everybody has finished the step they were in. */
  stop(): Promise<void>
}

/** Lets the seeded people work in the help desk, over HTTP, until they are stopped. */
export function startPopulation({ site, pauseMillis, seed }: PopulationOptions): Population {
  const stopping = new AbortController()
  const counts = { people: 0, responses: 0, refused: 0, failed: 0, consentChanges: 0 }

  async function live(person: SeedPerson, index: number): Promise<void> {
    const random = createRandom(seed * 1000 + index)
    const browser = createBrowser(site, (status) => {
      counts.responses += 1
      if (status >= 500) counts.failed += 1
      else if (status >= 400) counts.refused += 1
    })
    const rest = (): Promise<void> => sleep(pauseMillis * (0.4 + 1.2 * random.next()))
    const take = async (step: Step): Promise<void> => {
      if (stopping.signal.aborted) return
      try {
        await step({ browser, person, random })
        if (step === changeConsent) counts.consentChanges += 1
      } catch {
        counts.failed += 1 // the help desk is restarting; a person would reload
      }
      await rest()
    }

    await sleep(pauseMillis * 2 * random.next())
    while (!stopping.signal.aborted) {
      await take(signIn)
      const steps = 5 + Math.floor(random.next() * 15)
      for (let count = 0; count < steps; count += 1) await take(random.pick(habits[person.role]))
      await take(signOut)
    }
  }

  async function sleep(millis: number): Promise<void> {
    await pause(millis, undefined, { signal: stopping.signal }).catch(() => {})
  }

  const lives = seedTenants.flatMap((tenant) => tenant.people).map(live)
  counts.people = lives.length
  return {
    counts: () => ({ ...counts }),
    async stop() {
      stopping.abort()
      await Promise.all(lives)
    },
  }
}
