import { styleText } from 'node:util'
import type { FlowTotal, ReceivedRecord } from './flow-totals.ts'

const columns = { flow: 24, form: 14, number: 9 }
const mostRemarks = 4

/** One table for all flows: what came in, and what was withheld for which reason. */
export function renderTable(flows: readonly FlowTotal[]): string[] {
  const head =
    'flow'.padEnd(columns.flow) +
    'form'.padEnd(columns.form) +
    ['spans', 'logs', 'points'].map((name) => name.padStart(columns.number)).join('') +
    '   withheld, and why'
  const rows = flows.map(({ flow, form, spans, logs, metricPoints, withheld }) => {
    const numbers = [spans, logs, metricPoints].map((count) => grouped(count).padStart(columns.number)).join('')
    const reasons = withheld.map(([reason, records]) => `${grouped(records)} ${reason}`).join(', ')
    return `${flow.padEnd(columns.flow)}${form.padEnd(columns.form)}${numbers}   ${reasons || '-'}`
  })
  return [styleText('bold', head), ...rows]
}

/** What was taken out of the records that a flow did receive. */
export function renderRemarks(flows: readonly FlowTotal[]): string[] {
  const rows = flows.map(({ flow, remarks }) => {
    const shown = remarks.slice(0, mostRemarks).map(([remark, count]) => `${remark} ${grouped(count)}`)
    const rest = remarks.length > mostRemarks ? `, ${remarks.length - mostRemarks} more rules` : ''
    return `${flow.padEnd(columns.flow)}${shown.join(', ') || 'nothing'}${rest}`
  })
  return [styleText('bold', 'changed in what was received: rule, action, count'), ...rows]
}

/** The last record of each flow, as it came in: the guard has done its work, this is all there is. */
export function renderLastRecords(flows: readonly FlowTotal[]): string[] {
  const rows = flows.flatMap(({ flow, last }) => {
    if (last === undefined) return [`${flow.padEnd(columns.flow)}nothing yet`]
    const indent = ' '.repeat(columns.flow)
    return [
      `${flow.padEnd(columns.flow)}${last.kind} "${last.name}"`,
      ...attributeLines(last).map((line) => indent + line),
    ]
  })
  return [styleText('bold', 'last record of each flow, as received'), ...rows]
}

function attributeLines({ attributes }: ReceivedRecord): string[] {
  const entries = Object.entries(attributes).filter(([key]) => !shownElsewhere.has(key))
  const ours = entries
    .filter(([key]) => key.startsWith('privity.'))
    .map(([key, value]) => [key.slice(8), value] as const)
  const others = entries.filter(([key]) => !key.startsWith('privity.'))
  return [pairs(others), styleText('dim', `privity: ${pairs(ours)}`)].filter((line) => line !== '')
}

const shownElsewhere = new Set(['privity.flow', 'privity.remarks', 'privity.policy.version'])

function pairs(entries: readonly (readonly [string, unknown])[]): string {
  return entries
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('  ')
}

/** `1204` as `1 204`, with a thin enough space. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ')
}
