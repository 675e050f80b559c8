import { parseArgs } from 'node:util'
import type { ConsentEvent } from '../../consent/ledger/consent-entry.ts'
import type { Command, ExitCode } from '../command.ts'
import { CallError, ledgerUsage, subjectOf, subjectOptions, withLedger } from './with-ledger.ts'

export const consentGrant = changeCommand('grant', 'given', 'write down that a person agreed')
export const consentWithdraw = changeCommand(
  'withdraw',
  'withdrawn',
  'write down that a person took their agreement back',
)

/** Operators write on behalf of people: on the telephone, in a letter. Their reason is kept as evidence. */
function changeCommand(word: 'grant' | 'withdraw', event: ConsentEvent, summary: string): Command {
  return {
    name: `consent ${word}`,
    summary,
    usage: [
      `privity consent ${word} --subject ID --purpose PURPOSE … --reason TEXT [OPTIONS]`,
      '',
      '  --purpose PURPOSE     may be given several times',
      '  --recipient NAME      a recipient that the policy names for the purpose',
      '  --jurisdiction CODE   where the person is, such as FR or US-CA',
      '  --reason TEXT         how the operator knows; kept as evidence, so it names nobody',
      ...ledgerUsage,
    ].join('\n'),
    async run(args, io): Promise<ExitCode> {
      const { values } = parseArgs({
        args: [...args],
        options: {
          ...subjectOptions,
          purpose: { type: 'string', multiple: true },
          recipient: { type: 'string' },
          jurisdiction: { type: 'string' },
          reason: { type: 'string' },
        },
      })
      const subject = subjectOf(values)
      const { purpose: purposes = [], recipient, jurisdiction, reason } = values
      if (purposes.length === 0) throw new CallError('to what? Name it with --purpose')
      if (!reason) throw new CallError('why? Say with --reason how you know: nobody can be asked later')
      const changes = purposes.map((purpose) => ({
        event,
        purpose,
        ...(recipient === undefined ? {} : { recipient }),
        ...(jurisdiction === undefined ? {} : { jurisdiction }),
        method: 'operator' as const,
        actor: 'operator' as const,
        evidence: reason,
      }))
      const entries = await withLedger(values, io, (ledger) => ledger.record(subject, changes))
      for (const entry of entries) {
        io.print(values.json ? JSON.stringify(entry) : `entry ${entry.seq}: ${entry.event} ${entry.purpose}`)
      }
      return 0
    },
  }
}
