import { parseArgs } from 'node:util'
import type { Command, ExitCode } from '../command.ts'
import { ledgerUsage, subjectOf, subjectOptions, timeOf, withLedger } from './with-ledger.ts'

const pageLength = 500

export const consentHistory: Command = {
  name: 'consent history',
  summary: 'all that a person ever said, the oldest first',
  usage: ['privity consent history --subject ID [OPTIONS]', '', ...ledgerUsage].join('\n'),
  async run(args, io): Promise<ExitCode> {
    const { values } = parseArgs({ args: [...args], options: subjectOptions })
    const subject = subjectOf(values)
    await withLedger(values, io, async (ledger) => {
      for (let after = 0; ; ) {
        const entries = await ledger.history(subject, { after, limit: pageLength })
        for (const entry of entries) {
          const { seq, event, purpose, recipient, method, actor, policyVersion, recordedAt } = entry
          const name = recipient === undefined ? purpose : `${purpose} to ${recipient}`
          const line = `${seq} ${timeOf(recordedAt)} ${event} ${name} (${method}, by the ${actor}, policy ${policyVersion})`
          io.print(values.json ? JSON.stringify(entry) : line)
        }
        after = entries.at(-1)?.seq ?? after
        if (entries.length < pageLength) return
      }
    })
    return 0
  },
}
