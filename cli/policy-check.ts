import { parseArgs } from 'node:util'
import { headerReferences } from '../policy/header-references.ts'
import type { Flow, Policy } from '../policy/policy.ts'
import type { Command } from './command.ts'
import { readPolicyArgument } from './read-policy-argument.ts'

export const policyCheck: Command = {
  name: 'policy check',
  summary: 'say whether a policy is valid, with every problem in it',
  usage: [
    'privity policy check [FILE]',
    '',
    'Without FILE: the policy that a process in this directory would take.',
    'Ends with 0 if the policy is valid, with 1 if not.',
  ].join('\n'),
  run(args, io) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    if (positionals.length > 1) {
      io.printError(`privity: one policy at a time; got ${positionals.length}`)
      return 2
    }
    const { policy, source } = readPolicyArgument(positionals[0], io)
    io.print(`${source} is valid (version ${policy.version}).`)
    for (const flow of Object.values(policy.flows)) io.print(`  ${describeFlow(flow)}`)
    const variables = referencedVariables(policy)
    if (variables.length > 0) io.print(`  Needs in the environment: ${variables.join(', ')}`)
    return 0
  },
}

function describeFlow(flow: Flow): string {
  const accepts = flow.accepts.length === 0 ? 'nothing' : flow.accepts.join(', ')
  const to = flow.to.otlp.endpoint ?? 'where OTEL_* points'
  const days = Math.round(flow.retentionSeconds / 864) / 100
  return `${flow.name}: for ${flow.purposes.join(', ')}; ${flow.form}; accepts ${accepts}; to ${to}; kept ${days} days`
}

function referencedVariables(policy: Policy): string[] {
  const values = Object.values(policy.flows).flatMap((flow) => Object.values(flow.to.otlp.headers ?? {}))
  return [...new Set(values.flatMap(headerReferences))]
}
