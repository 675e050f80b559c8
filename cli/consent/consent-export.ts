import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { ConsentEntry } from '../../consent/ledger/consent-entry.ts'
import type { Command, ExitCode } from '../command.ts'
import { ledgerOptions, ledgerUsage, progressOf, withLedger } from './with-ledger.ts'

export const consentExport: Command = {
  name: 'consent export',
  summary: 'write the ledger as NDJSON, an entry a line',
  usage: [
    'privity consent export [--output FILE] [OPTIONS]',
    '',
    'People stand under their pseudonyms, as in the ledger. What is there already is not written over.',
    '',
    '  --output FILE     instead of standard output',
    ...ledgerUsage,
  ].join('\n'),
  async run(args, io): Promise<ExitCode> {
    const { values } = parseArgs({ args: [...args], options: { ...ledgerOptions, output: { type: 'string' } } })
    const { tenant, output } = values
    const { signal } = io
    // a bar over the lines would be of no use
    const onProgress = output === undefined ? undefined : progressOf(io, 'written')
    await withLedger(values, io, async (ledger) => {
      const lines = Readable.from(linesOf(ledger.entries({ tenant, signal, onProgress })))
      if (output === undefined) await pipeline(lines, io.stdout, { end: false, signal })
      else await pipeline(lines, createWriteStream(resolve(io.cwd, output), { flags: 'wx', mode: 0o600 }), { signal })
    })
    return 0
  },
}

async function* linesOf(entries: AsyncIterable<ConsentEntry>): AsyncIterable<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`
}
