/**
 * Waits for `work` at most `millis`; never rejects. The timer holds no process back.
 *
 * @returns what `work` gave, or `otherwise` if it threw, rejected, or took too long
 * @example await withinDeadline(10, () => new Promise(() => {}), 'late') // 'late'
 */
export async function withinDeadline<T>(millis: number, work: () => Promise<T> | T, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, millis, otherwise)
    timer.unref?.()
  })
  try {
    return await Promise.race([work(), late])
  } catch {
    return otherwise
  } finally {
    clearTimeout(timer)
  }
}
