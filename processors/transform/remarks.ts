/**
 * What was withheld or changed in a record: a rule and a count, never data. As text, `carrier:rule:action:count`:
 * `attributes:class/identifier:remove:2`, `body:entity/email:mask:1`.
 */
export interface Remark {
  readonly carrier: Carrier
  readonly rule: string
  readonly action: string
  count: number
}

/** The parts of a record that can carry data. */
export type Carrier = 'name' | 'attributes' | 'events' | 'links' | 'status' | 'body' | 'trace_state' | 'metric'

/** Distinct remarks of one record; what comes past it is counted in the last place. */
const maxRemarks = 32
const overflow = 'limit/remarks'

/** Adds a remark to the list of a record; what belongs to no record has none. */
export function remark(scope: { readonly remarks?: Remark[] }, carrier: Carrier, rule: string, action: string): void {
  const { remarks } = scope
  if (remarks === undefined) return
  for (const known of remarks) {
    if (known.rule === rule && known.action === action && known.carrier === carrier) {
      known.count += 1
      return
    }
  }
  const fits = remarks.length < maxRemarks - 1 || rule === overflow
  if (fits) remarks.push({ carrier, rule, action, count: 1 })
  else remark(scope, 'attributes', overflow, 'cut')
}

/** The value of `privity.remarks`. */
export function remarkTexts(remarks: readonly Remark[]): string[] {
  return remarks.map(({ carrier, rule, action, count }) => `${carrier}:${rule}:${action}:${count}`)
}
