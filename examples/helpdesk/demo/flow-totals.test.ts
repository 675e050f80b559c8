import { describe, expect, it } from 'vitest'
import { createFlowTotals } from './flow-totals.ts'

describe('createFlowTotals', () => {
  const flows = [
    { name: 'operations', form: 'anonymous' },
    { name: 'company_context', form: 'pseudonymous' },
  ]

  it('counts by flow and kind, and adds up remarks by rule and action', () => {
    const totals = createFlowTotals(flows)
    const attributes = {
      'http.request.method': 'GET',
      'privity.remarks': ['attributes:class/content:remove:2', 'events:class/content:remove:1'],
    }
    totals.add('operations', { kind: 'span', name: 'GET', attributes })
    totals.add('operations', { kind: 'span', name: 'pg.query', attributes: {} })
    totals.add('operations', { kind: 'metric', name: 'requests', attributes: {} })
    totals.add('nobody asked for this flow', { kind: 'log', name: '', attributes: {} })
    const [operations, context] = totals.list()
    expect(operations).toMatchObject({ spans: 2, logs: 0, metricPoints: 1, remarks: [['class/content remove', 3]] })
    expect(operations?.last?.name).toBe('GET')
    expect(context).toMatchObject({ spans: 0, last: undefined })
  })

  it('takes the latest reading of the guard, sums it over signals, and leaves out what was delivered', () => {
    const totals = createFlowTotals(flows)
    const read = (signal: string, outcome: string, records: number) =>
      totals.readGuard({ flow: 'company_context', signal, outcome, records })
    read('traces', 'denied', 3)
    read('traces', 'denied', 5)
    read('logs', 'denied', 1)
    read('traces', 'no_grant', 7)
    read('traces', 'deliver', 99)
    expect(totals.list()[1]?.withheld).toEqual([
      ['no_grant', 7],
      ['denied', 6],
    ])
  })
})
