import { createRequire } from 'node:module'
import { closestWord } from '../policy/closest-word.ts'
import { formatPolicyIssues, PolicyError } from '../policy/policy-error.ts'
import { collectorGenerate } from './collector-generate.ts'
import type { Command, CommandIo, ExitCode } from './command.ts'
import { consentGrant, consentWithdraw } from './consent/consent-change.ts'
import { consentExport } from './consent/consent-export.ts'
import { consentHistory } from './consent/consent-history.ts'
import { consentRebuild } from './consent/consent-rebuild.ts'
import { consentShow } from './consent/consent-show.ts'
import { consentVerify } from './consent/consent-verify.ts'
import { CallError } from './consent/with-ledger.ts'
import { policyCheck } from './policy-check.ts'
import { policyExplain } from './policy-explain.ts'
import { scan } from './scan.ts'

const commands: readonly Command[] = [
  scan,
  policyCheck,
  policyExplain,
  collectorGenerate,
  consentShow,
  consentGrant,
  consentWithdraw,
  consentHistory,
  consentVerify,
  consentExport,
  consentRebuild,
]

/**
 * Runs the command that `argv` asks for, such as `['policy', 'check', 'privity.policy.yaml']`.
 *
 * @returns the exit code: 0 for done, 1 for a policy that is wrong, work that failed or personal data that was found, 2 for
 *   a wrong call or a scan that failed
 */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (argv[0] === '--version' || argv[0] === '-v') {
    io.print(version())
    return 0
  }
  const command = commands.find(({ name }) => argv.slice(0, wordsOf(name)).join(' ') === name)
  const wantsHelp = argv.some((word) => word === '--help' || word === '-h')
  if (command !== undefined) {
    if (!wantsHelp) return await runContained(command, argv.slice(wordsOf(command.name)), io)
    io.print(`Usage: ${command.usage}`)
    return 0
  }
  if (wantsHelp || argv.length === 0) {
    ;(wantsHelp ? io.print : io.printError)(overview())
    return wantsHelp ? 0 : 2
  }
  io.printError(unknownCommand(argv))
  return 2
}

function wordsOf(name: string): number {
  return name.split(' ').length
}

async function runContained(command: Command, args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { failure = 1 } = command
  try {
    return await command.run(args, io)
  } catch (error) {
    if (error instanceof PolicyError) {
      io.printError(formatPolicyIssues(error.issues, error.file))
      return failure
    }
    if (isArgumentError(error) || error instanceof CallError) {
      io.printError(`privity: ${error.message}\n\nUsage: ${command.usage}`)
      return 2
    }
    io.printError(`privity: ${error instanceof Error ? error.message : String(error)}`)
    return failure
  }
}

/** How `parseArgs` marks options that it does not know, or that lack their value. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Usage: privity COMMAND [ARGUMENTS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '  --help     this text, or that of a command',
    '  --version  the version of Privity',
  ].join('\n')
}

function unknownCommand(argv: readonly string[]): string {
  const asked = argv.slice(0, 2).join(' ')
  const names = commands.map(({ name }) => name)
  const group = names.filter((name) => name.startsWith(`${argv[0]} `))
  // `scna FILE` means a command of one word
  const near = closestWord(asked, names) ?? closestWord(argv[0] ?? '', names)
  if (near !== undefined) return `privity: there is no command ${JSON.stringify(asked)}. Did you mean: privity ${near}`
  const hint = group.length > 0 ? `There is: ${group.join(', ')}.` : 'See privity --help.'
  return `privity: there is no command ${JSON.stringify(asked)}. ${hint}`
}

function version(): string {
  // by its own name, as the sources and dist/ lie at different depths
  const manifest: { version: string } = createRequire(import.meta.url)('privity/package.json')
  return manifest.version
}
