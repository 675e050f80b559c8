/**
 * What was withheld or changed in one record: rules and counts, never data. As text, `carrier:rule:action:count`:
 * `attributes:class/identifier:remove:2`, `body:entity/email:mask:1`.
 */
export interface Remarks {
  add(carrier: Carrier, rule: string, action: string): void
  /** As the value of `privity.remarks`. */
  list(): string[]
}

/** The parts of a record that can carry data. */
export type Carrier = 'name' | 'attributes' | 'events' | 'links' | 'status' | 'body' | 'trace_state' | 'metric'

/** Distinct remarks of one record; what comes past it is counted in the last place. */
const maxRemarks = 32

export function createRemarks(): Remarks {
  let counts: Map<string, number> | undefined
  return {
    add(carrier, rule, action) {
      counts ??= new Map()
      const remark = `${carrier}:${rule}:${action}`
      const key = counts.has(remark) || counts.size < maxRemarks - 1 ? remark : 'attributes:limit/remarks:cut'
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    list: () => (counts === undefined ? [] : Array.from(counts, ([remark, count]) => `${remark}:${count}`)),
  }
}
