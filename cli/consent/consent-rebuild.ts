import { parseArgs } from 'node:util'
import type { Command, ExitCode } from '../command.ts'
import { ledgerOptions, ledgerUsage, progressOf, withLedger } from './with-ledger.ts'

export const consentRebuild: Command = {
  name: 'consent rebuild',
  summary: 'make what counts now anew, from the chain',
  usage: [
    'privity consent rebuild [OPTIONS]',
    '',
    'Verify the chain first: what it says is believed. Applications may go on meanwhile.',
    '',
    ...ledgerUsage,
  ].join('\n'),
  async run(args, io): Promise<ExitCode> {
    const { values } = parseArgs({ args: [...args], options: ledgerOptions })
    const { tenant } = values
    const { signal } = io
    const onProgress = progressOf(io, 'rebuilt from')
    const entries = await withLedger(values, io, (ledger) => ledger.rebuild({ tenant, signal, onProgress }))
    io.print(values.json ? JSON.stringify({ entries }) : `rebuilt from ${entries} entries`)
    return 0
  },
}
