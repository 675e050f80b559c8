/** One record as a flow received it. */
export interface ReceivedRecord {
  readonly kind: 'span' | 'log' | 'metric'
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** What one flow has received so far, and what the guard kept back from it. */
export interface FlowTotal {
  readonly flow: string
  readonly form: string
  readonly spans: number
  readonly logs: number
  readonly metricPoints: number
  /** By reason, the most frequent first. */
  readonly withheld: readonly (readonly [reason: string, records: number])[]
  /** By rule and action (`class/identifier remove`), the most frequent first. */
  readonly remarks: readonly (readonly [remark: string, count: number])[]
  readonly last: ReceivedRecord | undefined
}

/** The guard's counter `privity.records`, read once: a running total, so the latest reading counts. */
export interface GuardReading {
  readonly flow: string
  readonly signal: string
  /** `deliver`, or the reason for withholding. */
  readonly outcome: string
  readonly records: number
}

export interface FlowTotals {
  /** Counts a record that came in for `flow`. */
  add(flow: string, record: ReceivedRecord): void
  readGuard(reading: GuardReading): void
  list(): FlowTotal[]
}

/** @param flows name and form of each flow, in the order in which they are listed */
export function createFlowTotals(flows: readonly { readonly name: string; readonly form: string }[]): FlowTotals {
  const books = new Map(flows.map(({ name, form }) => [name, openBook(form)]))
  return {
    add(flow, record) {
      const book = books.get(flow)
      if (book === undefined) return
      book.counts[record.kind] += 1
      if (isInstructive(record)) book.last = record
      for (const [remark, count] of remarksOf(record)) book.remarks.set(remark, (book.remarks.get(remark) ?? 0) + count)
    },
    readGuard({ flow, signal, outcome, records }) {
      if (outcome !== 'deliver') books.get(flow)?.withheld.set(`${signal}/${outcome}`, records)
    },
    list: () =>
      Array.from(books, ([flow, { form, counts, withheld, remarks, last }]) => ({
        flow,
        form,
        spans: counts.span,
        logs: counts.log,
        metricPoints: counts.metric,
        withheld: byFrequency(sumByReason(withheld)),
        remarks: byFrequency(remarks),
        last,
      })),
  }
}

function openBook(form: string) {
  return {
    form,
    counts: { span: 0, log: 0, metric: 0 },
    withheld: new Map<string, number>(),
    remarks: new Map<string, number>(),
    last: undefined as ReceivedRecord | undefined,
  }
}

/** The span of a whole request, or a log record with a text: they show more than a span of its inside, or a sum. */
function isInstructive({ kind, name, attributes }: ReceivedRecord): boolean {
  return kind === 'log'
    ? name !== '' && !name.startsWith('privity.')
    : kind === 'span' && 'http.request.method' in attributes
}

/** A remark is `carrier:rule:action:count`. */
function* remarksOf({ attributes }: ReceivedRecord): Generator<[string, number]> {
  const remarks = attributes['privity.remarks']
  if (!Array.isArray(remarks)) return
  for (const remark of remarks) {
    const [, rule, action, count] = String(remark).split(':')
    yield [`${rule} ${action}`, Number(count)]
  }
}

function sumByReason(bySignal: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [key, records] of bySignal) {
    const reason = key.slice(key.indexOf('/') + 1)
    sums.set(reason, (sums.get(reason) ?? 0) + records)
  }
  return sums
}

function byFrequency(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
}
