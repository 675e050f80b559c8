import { contained } from './contained.ts'
import type { ExportResult } from './destination.ts'

/** How long a processor is held for slow flows; it would fill its queue meanwhile, at the cost of the other flows. */
export const patienceMillis = 1_000

/**
 * Calls back once: when all flows are through, or when the slow ones have been waited for long enough. What they still
 * do then is seen by `forceFlush`, and counted.
 *
 * @param taken whether every flow took its records; a rejection counts as `false`
 */
export function reportInTime(taken: Promise<boolean>, callback: (result: ExportResult) => void): void {
  let reported = false
  const report = (result: ExportResult): void => {
    if (reported) return
    reported = true
    clearTimeout(timer)
    contained(() => callback(result))
  }
  const timer = setTimeout(report, patienceMillis, { code: 0 })
  timer.unref?.()
  taken.then(
    (all) => report(all ? { code: 0 } : notTaken()),
    () => report(notTaken()),
  )
}

/** The SDK prints what it is given: why a flow failed is told by its `DeliveryHealth`, and not each time. */
export function notTaken(): ExportResult {
  return { code: 1, error: new Error('privity: a flow did not take its records') }
}
