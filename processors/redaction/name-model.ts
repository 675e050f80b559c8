import { Worker } from 'node:worker_threads'

/** A name in a text. `start` and `end` count UTF-16 units, `end` exclusive. */
export interface NameSpan {
  readonly start: number
  readonly end: number
}

/** What the worker gets; it answers each with a `NameAnswer` of the same `id`. */
export interface NameRequest {
  readonly id: number
  readonly texts: readonly string[]
}

export interface NameAnswer {
  readonly id: number
  /** One list for each text, in their order. */
  readonly spans: readonly (readonly NameSpan[])[]
}

export interface NameModelOptions {
  /** A module that answers on `parentPort`: the user's own, with whatever model it loads. */
  readonly worker: URL
  /** From the question to the answer; a thread that takes longer is stopped. */
  readonly timeoutMillis?: number
  /** The same for the first answer of a thread, which has to load the model. */
  readonly loadMillis?: number
  /** Questions that wait for their answer; with more, new ones get none. */
  readonly maxQueued?: number
  /** Longer texts are not shown to the model. In UTF-16 units. */
  readonly maxTextLength?: number
}

/** Finds names of people with a model, on a thread of its own. */
export interface NameModel {
  /** Never rejects: where the model fails, is late or has too much to do, nothing is found. */
  find(texts: readonly string[]): Promise<readonly (readonly NameSpan[])[]>
  /** Stops the thread; what is asked from now on has no findings. */
  close(): Promise<void>
}

/** A worker that has failed so often without an answer between is not started again. */
const maxFailures = 3

/**
 * Makes the port to a model for named entities. There is none by default, and nothing calls this one: the guard judges
 * synchronously at export and cannot wait. An application that wants a model asks it beforehand, where a text comes into
 * being, and records the text without the names.
 *
 * The thread starts with the first question, and keeps the process alive only while one waits.
 *
 * @example
 * const model = createNameModel({ worker: new URL('./name-worker.js', import.meta.url) })
 * const [names = []] = await model.find([prompt])
 */
export function createNameModel({
  worker: url,
  timeoutMillis = 1_000,
  loadMillis = 60_000,
  maxQueued = 64,
  maxTextLength = 16_384,
}: NameModelOptions): NameModel {
  const waiting = new Map<number, (spans: unknown) => void>()
  let worker: Worker | undefined
  let hasAnswered = false
  let failures = 0
  let isClosed = false
  let nextId = 0

  const stop = async (): Promise<void> => {
    const stopped = worker
    worker = undefined
    hasAnswered = false
    for (const answer of [...waiting.values()]) answer(undefined)
    await stopped?.terminate().catch(() => undefined)
  }

  const fail = (failed: Worker | undefined): void => {
    // an old thread may end after the next one has begun
    if (failed !== worker) return
    failures++
    void stop()
  }

  const start = (): Worker => {
    // flags such as `--import` would instrument the model, too
    const started = new Worker(url, { execArgv: [], name: 'privity-name-model' })
    started.on('message', (message: unknown) => {
      const { id, spans } = asAnswer(message)
      if (id === undefined || started !== worker) return
      hasAnswered = true
      failures = 0
      waiting.get(id)?.(spans)
    })
    started.on('error', () => fail(started))
    started.on('messageerror', () => fail(started))
    started.on('exit', () => fail(started))
    started.unref()
    return started
  }

  const ask = (texts: readonly string[]): Promise<unknown> =>
    new Promise((resolve) => {
      const id = nextId++
      const timer = setTimeout(() => fail(worker), hasAnswered ? timeoutMillis : loadMillis)
      waiting.set(id, (spans) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(spans)
      })
      try {
        worker ??= start()
        worker.postMessage({ id, texts } satisfies NameRequest)
      } catch {
        failures++
        waiting.get(id)?.(undefined)
      }
    })

  return {
    async find(texts) {
      const shown = texts.filter(({ length }) => length > 0 && length <= maxTextLength)
      if (shown.length === 0 || isClosed || failures >= maxFailures || waiting.size >= maxQueued)
        return texts.map(() => [])
      const answers = validSpans(await ask(shown), shown)
      let next = 0
      return texts.map((text) => (text === shown[next] ? (answers[next++] ?? []) : []))
    },
    async close() {
      isClosed = true
      await stop()
    },
  }
}

function asAnswer(message: unknown): { readonly id?: number; readonly spans?: unknown } {
  if (typeof message !== 'object' || message === null || !('id' in message) || !('spans' in message)) return {}
  return typeof message.id === 'number' ? { id: message.id, spans: message.spans } : {}
}

/** The worker is not ours: what does not fit the texts is left out. */
function validSpans(spans: unknown, texts: readonly string[]): readonly (readonly NameSpan[])[] {
  if (!Array.isArray(spans)) return []
  return texts.map((text, index) => {
    const ofText: unknown = spans[index]
    return Array.isArray(ofText)
      ? ofText.filter((span): span is NameSpan => isSpanOf(text, span)).map(({ start, end }) => ({ start, end }))
      : []
  })
}

function isSpanOf(text: string, span: unknown): boolean {
  if (typeof span !== 'object' || span === null || !('start' in span) || !('end' in span)) return false
  const { start, end } = span
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    Number(start) >= 0 &&
    Number(start) < Number(end) &&
    Number(end) <= text.length
  )
}
