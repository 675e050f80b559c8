export interface WorkInProgress {
  add<T>(work: Promise<T>): Promise<T>
  /** Settles when the work that runs now is over, however it ends; what is added later is not waited for. */
  settled(): Promise<void>
}

/** What a flush has to wait for. It waits for no more than that: under load there is always something new. */
export function createWorkInProgress(): WorkInProgress {
  const running = new Set<Promise<void>>()
  return {
    add(work) {
      const over: Promise<void> = work.then(
        () => void running.delete(over),
        () => void running.delete(over),
      )
      running.add(over)
      return work
    },
    async settled() {
      await Promise.all(running)
    },
  }
}
