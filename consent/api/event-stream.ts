/** So often a stream shows that it lives; a client that hears nothing for longer opens it again. */
export const heartbeatMillis = 10_000

/** Who reads slower than this many events behind is cut off: it asks anew when it comes back. */
const maxWaiting = 256

export interface EventStream {
  /** @param name of the event; never holds a line break */
  send(name: string, data: unknown): void
  close(): void
}

/**
 * A stream of server-sent events.
 *
 * @param run starts what is sent; what it returns is called once, when the stream has ended for whatever reason
 * @param endsAt when the caller's right ends, in Unix milliseconds
 * @throws what `run` throws
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventStream(run: (stream: EventStream) => () => void, endsAt: number, now: () => number): Response {
  const encoder = new TextEncoder()
  let stop: (() => void) | undefined
  let ended = false
  let end = (): void => {}

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string): void => {
          if (ended) return
          if ((controller.desiredSize ?? 0) <= 0) end()
          else controller.enqueue(encoder.encode(text))
        }
        const beat = setInterval(() => write(': alive\n\n'), heartbeatMillis)
        const expiry = setTimeout(() => end(), Math.max(0, endsAt - now()))
        // a host that wants to end has not to wait for those who listen
        beat.unref?.()
        expiry.unref?.()
        end = () => {
          if (ended) return
          ended = true
          clearInterval(beat)
          clearTimeout(expiry)
          stop?.()
          try {
            controller.close()
          } catch {
            // the reader was faster
          }
        }
        // the first bytes at once, so that proxies and clients know that it is open
        write(': open\n\n')
        try {
          stop = run({
            send: (name, data) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
            close: () => end(),
          })
          if (ended) stop()
        } catch (error) {
          end()
          throw error
        }
      },
      cancel: () => end(),
    },
    new CountQueuingStrategy({ highWaterMark: maxWaiting }),
  )
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } })
}
