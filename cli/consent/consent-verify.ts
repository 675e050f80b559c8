import { parseArgs } from 'node:util'
import type { ChainProblem } from '../../consent/ledger/ledger.ts'
import type { Command, ExitCode } from '../command.ts'
import { ledgerOptions, ledgerUsage, progressOf, withLedger } from './with-ledger.ts'

const meanings: Readonly<Record<ChainProblem['kind'], string>> = {
  changed: 'was changed after it was written',
  gap: 'follows entries that are missing',
  order: 'stands in another place than it was written to',
  head: 'is the last one, but the chain went on',
  state: 'counts as something else than it says',
}

export const consentVerify: Command = {
  name: 'consent verify',
  summary: 'say whether anybody changed the ledger, and where',
  usage: [
    'privity consent verify [OPTIONS]',
    '',
    'Ends with 0 if nobody did, with 1 if somebody did, with 2 if it could not be found out.',
    'The end of each chain is printed: kept elsewhere, it proves later that nothing was cut off.',
    '',
    ...ledgerUsage,
  ].join('\n'),
  failure: 2,
  async run(args, io): Promise<ExitCode> {
    const { values } = parseArgs({ args: [...args], options: ledgerOptions })
    const { tenant } = values
    const { signal } = io
    const onProgress = progressOf(io, 'verified')
    const report = await withLedger(values, io, (ledger) => ledger.verify({ tenant, signal, onProgress }))
    if (values.json) io.print(JSON.stringify(report))
    else {
      io.print(`${report.entries} entries of ${report.tenants} tenants`)
      for (const [name, { seq, hash }] of Object.entries(report.heads)) {
        io.print(`  ${JSON.stringify(name)} ends with entry ${seq}, ${hash}`)
      }
      for (const { tenant: of, seq, kind } of report.problems) {
        io.printError(`  ${JSON.stringify(of)} entry ${seq} ${meanings[kind]} (${kind})`)
      }
    }
    return report.problems.length === 0 ? 0 : 1
  },
}
