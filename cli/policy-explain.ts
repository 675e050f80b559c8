import { parseArgs } from 'node:util'
import { closestWord } from '../policy/closest-word.ts'
import type { Policy } from '../policy/policy.ts'
import type { Classification } from '../processors/classification/classify.ts'
import type { Command } from './command.ts'
import { explainAttribute, type FlowExplanation } from './explain-attribute.ts'
import { readPolicyArgument } from './read-policy-argument.ts'

export const policyExplain: Command = {
  name: 'policy explain',
  summary: 'say what becomes of an attribute, by which rule, and why',
  usage: [
    'privity policy explain [FILE] --key KEY [--flow FLOW] [--value TEXT] [--json]',
    '',
    '  --key KEY     the attribute, such as enduser.id',
    '  --flow FLOW   one flow of the policy; without it, all of them',
    '  --value TEXT  an example value, to see what would leave of it',
    '  --json        the same as JSON',
    '',
    'Without FILE: the policy that a process in this directory would take.',
    'What is explained is a record that may be delivered: consent decides before any of this.',
  ].join('\n'),
  run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        flow: { type: 'string' },
        value: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const { key, flow: flowName, value, json } = values
    if (key === undefined || key === '' || positionals.length > 1) {
      io.printError(key ? 'privity: one policy at a time' : 'privity: --key is missing')
      return 2
    }
    const { policy, source } = readPolicyArgument(positionals[0], io)
    const flows = Object.values(policy.flows).filter((flow) => flowName === undefined || flow.name === flowName)
    if (flowName !== undefined && flows.length === 0) {
      io.printError(unknownFlow(flowName, policy, source))
      return 2
    }
    const { classification, flows: explanations } = explainAttribute(policy, flows, key, value)
    if (json) io.print(JSON.stringify({ key, ...classification, flows: explanations }, null, 2))
    else io.print(formatExplanation(key, classification, explanations, value))
    return 0
  },
}

function formatExplanation(
  key: string,
  { class: dataClass, rule, generalise }: Classification,
  explanations: readonly FlowExplanation[],
  value: string | undefined,
): string {
  const lines = [
    key,
    `  class  ${dataClass}${dataClass === 'unclassified' ? ', treated as content' : ''}`,
    `  rule   ${rule}`,
  ]
  if (generalise !== undefined) lines.push(`  else   ${generalise.action} makes it ${generalise.class}`)
  for (const { flow, form, action, reason, value: left, remarks } of explanations) {
    lines.push('', `  ${flow} (${form})`, `    ${outcomes[action]}`, `    because ${reason}`)
    if (value === undefined) continue
    lines.push(
      `    ${JSON.stringify(value)} leaves ${left === undefined ? 'not at all' : `as ${JSON.stringify(left)}`}`,
    )
    for (const remark of remarks ?? []) lines.push(`    by ${remark}`)
  }
  return lines.join('\n')
}

const outcomes: Readonly<Record<FlowExplanation['action'], string>> = {
  scan: 'kept, after what detection finds inside is redacted',
  pseudonymise: 'replaced by a pseudonym',
  generalise: 'replaced by a more general value',
  remove: 'removed',
}

function unknownFlow(name: string, policy: Policy, source: string): string {
  const names = Object.keys(policy.flows)
  const near = closestWord(name, names)
  const hint = near === undefined ? `It has ${names.join(', ') || 'none'}.` : `Did you mean ${near}?`
  return `privity: ${source} has no flow ${JSON.stringify(name)}. ${hint}`
}
