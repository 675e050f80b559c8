import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generateCollectorConfig } from '../collector-config/generate.ts'
import type { Command } from './command.ts'
import { readPolicyArgument } from './read-policy-argument.ts'

export const collectorGenerate: Command = {
  name: 'collector generate',
  summary: 'write the configuration of the OpenTelemetry Collector for a policy',
  usage: [
    'privity collector generate [FILE] [--out DIR]',
    '',
    '  --out DIR  where collector.yaml and builder.yaml go, in place of older ones; default: this directory',
    '',
    'Without FILE: the policy that a process in this directory would take.',
    'The files hold no secret: endpoints and headers come from the environment of the Collector.',
  ].join('\n'),
  run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string', default: '.' } },
    })
    if (positionals.length > 1) {
      io.printError('privity: one policy at a time')
      return 2
    }
    const { policy } = readPolicyArgument(positionals[0], io)
    const { collector, builder } = generateCollectorConfig(policy)
    const directory = resolve(io.cwd, values.out)
    mkdirSync(directory, { recursive: true })
    for (const [name, text] of [
      ['collector.yaml', collector],
      ['builder.yaml', builder],
    ] as const) {
      writeFileSync(join(directory, name), text)
      io.print(`Wrote ${join(values.out, name)}`)
    }
    return 0
  },
}
