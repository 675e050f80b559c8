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

interface Entry {
  readonly carrier: Carrier
  readonly rule: string
  readonly action: string
  count: number
}

export function createRemarks(): Remarks {
  const entries: Entry[] = []
  const add = (carrier: Carrier, rule: string, action: string): void => {
    for (const entry of entries) {
      if (entry.rule === rule && entry.action === action && entry.carrier === carrier) {
        entry.count += 1
        return
      }
    }
    const fits = entries.length < maxRemarks - 1 || rule === overflow
    if (fits) entries.push({ carrier, rule, action, count: 1 })
    else add('attributes', overflow, 'cut')
  }
  return { add, list: () => entries.map(textOf) }
}

const overflow = 'limit/remarks'

function textOf({ carrier, rule, action, count }: Entry): string {
  return `${carrier}:${rule}:${action}:${count}`
}
