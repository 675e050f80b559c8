export interface ExitFlushOptions {
  /** Sends what waits. */
  flush(): Promise<unknown>
  /** Told before the last flush. */
  announce(signal?: NodeJS.Signals): void
  /** Told when the time is over and something is still waiting. */
  unfinished(): void
  /** How many of the listeners of `beforeExit` are Privity's, and take up no work. */
  readonly ownListeners: number
  readonly signals: readonly NodeJS.Signals[]
}

/**
 * Flushes before the process ends, without changing how it ends: the same exit code, signal, output and order of events,
 * only later by at most `limitMillis`.
 *
 * - The event loop runs empty: `beforeExit` is held back from the application until the flush is over, as every new work
 *   makes Node emit the event again.
 * - SIGTERM or SIGINT that nobody listens to: flush, then the same signal again with its default action. Our listener is
 *   there only while there is no other one: libraries count the listeners to decide who ends the process.
 * - SIGTERM or SIGINT that the application listens to: flush along with its own shutdown.
 * - `process.exit()` and uncaught exceptions end at once; nothing can be awaited, and nothing is.
 */
export function flushOnExit({ flush, announce, unfinished, ownListeners, signals }: ExitFlushOptions): void {
  const boundedFlush = async (signal?: NodeJS.Signals): Promise<boolean> => {
    announce(signal)
    const finished = await within(limitMillis, flush)
    if (!finished) unfinished()
    return finished
  }

  let listening = true
  const loneListener = (signal: NodeJS.Signals): void => {
    // a second signal: somebody is in a hurry
    if (!listening) {
      die(signal)
      return
    }
    listening = false
    void boundedFlush(signal).then(() => die(signal))
  }
  const die = (signal: NodeJS.Signals): void => {
    listening = false
    process.removeListener(signal, loneListener)
    process.kill(process.pid, signal)
    // still here: an init process of a container, to which the default action does not apply
    setTimeout(() => {
      listening = true
      listenAlone(signal)
    }, rearmMillis).unref()
  }
  const listenAlone = (signal: NodeJS.Signals): void => {
    if (listening && process.listenerCount(signal) === 0) process.on(signal, loneListener)
  }
  const isSignal = (event: string | symbol): event is NodeJS.Signals => signals.includes(event as NodeJS.Signals)

  const events: NodeJS.EventEmitter = process
  // before Node's own listener, which starts to watch a signal only when nobody has listened to it yet
  events.prependListener('newListener', (event: string | symbol, listener: unknown) => {
    if (isSignal(event) && listener !== loneListener) process.removeListener(event, loneListener)
  })
  events.on('removeListener', (event: string | symbol, listener: unknown) => {
    // later: a listener that removes itself still runs, and may count the others
    if (isSignal(event) && listener !== loneListener) setImmediate(listenAlone, event).unref()
  })
  for (const signal of signals) listenAlone(signal)

  // Observed here and not by listeners: they would be counted, and could not hold an event back.
  const emit = events.emit
  let heldBack = false
  let hopeless = false
  /** The receiver hangs or is down, and the attempts to reach it would hold a process whose work is over. */
  const endUnflushed = (): void => {
    if (process.listenerCount('beforeExit') <= ownListeners) process.exit()
    // somebody waits for the event, and may take up new work: Node emits it when all attempts have ended
    hopeless = true
  }
  const observingEmit = function (this: NodeJS.EventEmitter, event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'beforeExit') {
      heldBack = !heldBack
      if (heldBack && !hopeless) {
        void boundedFlush().then((finished) => finished || endUnflushed())
        return true
      }
    } else if (isSignal(event) && !process.listeners(event).includes(loneListener)) {
      announce(event)
      void flush().catch(() => {})
    }
    return Reflect.apply(emit, this, [event, ...args])
  }
  Object.defineProperty(process, 'emit', {
    value: observingEmit,
    configurable: true,
    writable: true,
    enumerable: false,
  })
}

/** How long the end of a process may be delayed. */
const limitMillis = 2000
const rearmMillis = 200

/** Keeps the process alive until `work` is done, for one turn of the event loop at least and `millis` at most. */
function within(millis: number, work: () => Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis, false)
    const done = (): void => {
      clearTimeout(timer)
      setImmediate(resolve, true)
    }
    void Promise.resolve().then(work).then(done, done)
  })
}
