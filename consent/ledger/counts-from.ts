/** How far the clocks of devices may be apart. Whoever claims a time may be wrong by this much. */
export const clockSkewMillis = 5 * 60_000

/**
 * From when an answer counts. Without a claim, from when it was written down. A claim by another clock is taken with the
 * doubt against the grant: a grant counts from earlier than claimed, so that it loses to denials that were
 * perhaps later; a denial from later, but never from the future.
 *
 * @param claimedAt Unix milliseconds by another clock
 * @param recordedAt Unix milliseconds by the ledger's clock
 */
export function countsFrom(isGrant: boolean, recordedAt: number, claimedAt: number | undefined): number {
  if (claimedAt === undefined) return recordedAt
  if (isGrant) return Math.min(claimedAt, recordedAt) - clockSkewMillis
  return Math.min(claimedAt + clockSkewMillis, recordedAt)
}
