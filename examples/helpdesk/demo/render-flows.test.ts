import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createFlowTotals } from './flow-totals.ts'
import { renderLastRecords, renderRemarks, renderTable } from './render-flows.ts'

describe('the view of the flows', () => {
  const totals = createFlowTotals([{ name: 'operations', form: 'anonymous' }])
  for (let count = 0; count < 1204; count += 1)
    totals.add('operations', {
      kind: 'span',
      name: 'GET /tickets/:number',
      attributes: { 'http.request.method': 'GET', 'privity.form': 'anonymous', 'privity.remarks': ['a:b:c:1'] },
    })
  totals.readGuard({ flow: 'operations', signal: 'traces', outcome: 'fault', records: 2 })
  const plain = (lines: string[]) => lines.map(stripVTControlCharacters)

  it('has a row for each flow, with the reasons for what was withheld', () => {
    expect(plain(renderTable(totals.list()))[1]).toMatch(/^operations +anonymous +1 204 +0 +0 +2 fault$/)
  })

  it('shows what was changed, and the last record with the verdict on a line of its own', () => {
    expect(plain(renderRemarks(totals.list()))[1]).toMatch(/^operations +b c 1 204$/)
    const record = plain(renderLastRecords(totals.list())).map((line) => line.trim())
    expect(record[1]).toMatch(/^operations +span "GET \/tickets\/:number"$/)
    expect(record.slice(2)).toEqual(['http.request.method=GET', 'privity: form=anonymous'])
  })
})
