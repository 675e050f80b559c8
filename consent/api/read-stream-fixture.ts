/** Reads a stream of events until `enough` says so, it ends, or two seconds have passed; then lets go of it. */
export async function readStream(
  response: Response,
  enough: (text: string) => boolean,
  millis = 2_000,
): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ done: true; value: undefined }>((resolve) => {
    timer = setTimeout(() => resolve({ done: true, value: undefined }), millis)
  })
  for (;;) {
    const { done, value } = (await Promise.race([reader?.read(), late])) ?? { done: true }
    if (done) break
    text += decoder.decode(value, { stream: true })
    if (enough(text)) break
  }
  clearTimeout(timer)
  await reader?.cancel().catch(() => {})
  return text
}
