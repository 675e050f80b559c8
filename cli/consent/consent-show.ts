import { parseArgs } from 'node:util'
import type { Command, ExitCode } from '../command.ts'
import { ledgerUsage, subjectOf, subjectOptions, timeOf, withLedger } from './with-ledger.ts'

export const consentShow: Command = {
  name: 'consent show',
  summary: 'what a person says to each purpose, and why it counts',
  usage: ['privity consent show --subject ID [OPTIONS]', '', ...ledgerUsage].join('\n'),
  async run(args, io): Promise<ExitCode> {
    const { values } = parseArgs({ args: [...args], options: subjectOptions })
    const subject = subjectOf(values)
    const consent = await withLedger(values, io, (ledger) => ledger.read(subject))
    if (values.json) {
      io.print(JSON.stringify(consent))
      return 0
    }
    io.print(`${consent.subject}: epoch ${consent.epoch}${consent.child ? ', a child' : ''}`)
    if (consent.purposes.length === 0) io.print('  has said nothing')
    for (const { purpose, recipient, grant, event, since, expiresAt, override, seq } of consent.purposes) {
      const name = recipient === undefined ? purpose : `${purpose} to ${recipient}`
      const why = override === undefined ? event : `${event}, ${override}`
      const until = expiresAt === undefined ? '' : `, until ${timeOf(expiresAt)}`
      io.print(`  ${name}: ${grant} (${why} ${timeOf(since)}${until}; entry ${seq})`)
    }
    return 0
  },
}
