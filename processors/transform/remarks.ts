/**
 * What was withheld or changed in a record: a rule and a count, never data. As text, `carrier:rule:action:count`:
 * `attributes:class/identifier:remove:2`, `body:entity/email:mask:1`.
 */
export interface Remark {
  readonly carrier: Carrier
  readonly rule: string
  readonly action: string
  readonly count: number
}

/** The parts of a record that can carry data. */
export type Carrier = 'name' | 'attributes' | 'events' | 'links' | 'status' | 'body' | 'trace_state' | 'metric'

/** The remarks on one record so far. Never changed, so that all records with the same remarks share one list. */
export interface RemarkList {
  readonly remarks: readonly Remark[]
  /** The lists that one more remark leads to. */
  readonly followers: { readonly added: Omit<Remark, 'count'>; readonly list: RemarkList }[]
  /** The value of `privity.remarks`, once it was asked for. */
  texts?: readonly string[]
}

/** Where every record begins. */
export const noRemarks: RemarkList = { remarks: [], followers: [] }

/** Distinct remarks of one record; what comes past it is counted in the last place. */
const maxRemarks = 32
const overflow = 'limit/remarks'

/** Adds a remark to the list of a record; what belongs to no record has none. */
export function remark(scope: { remarks?: RemarkList }, carrier: Carrier, rule: string, action: string): void {
  const { remarks: list } = scope
  if (list === undefined) return
  for (const { added, list: follower } of list.followers) {
    if (added.rule === rule && added.action === action && added.carrier === carrier) {
      scope.remarks = follower
      return
    }
  }
  scope.remarks = follow(list, { carrier, rule, action, count: 1 })
}

/** The value of `privity.remarks`. */
export function remarkTexts(list: RemarkList): readonly string[] {
  list.texts ??= Object.freeze(
    list.remarks.map(({ carrier, rule, action, count }) => `${carrier}:${rule}:${action}:${count}`),
  )
  return list.texts
}

/** Lists that are remembered; records of one kind go through a dozen. When it is full, all are forgotten. */
const maxLists = 2_048
let listCount = 0

function follow(list: RemarkList, added: Remark): RemarkList {
  const follower: RemarkList = { remarks: withRemark(list.remarks, added), followers: [] }
  if (listCount >= maxLists) {
    noRemarks.followers.length = 0
    listCount = 0
  }
  listCount += 1
  list.followers.push({ added, list: follower })
  return follower
}

function withRemark(remarks: readonly Remark[], added: Remark): Remark[] {
  const { carrier, rule, action } = added
  const index = remarks.findIndex(
    (known) => known.rule === rule && known.action === action && known.carrier === carrier,
  )
  if (index !== -1) return remarks.map((known, at) => (at === index ? { ...known, count: known.count + 1 } : known))
  if (remarks.length < maxRemarks - 1 || rule === overflow) return [...remarks, added]
  return withRemark(remarks, { carrier: 'attributes', rule: overflow, action: 'cut', count: 1 })
}
