import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closestWord } from '../policy/closest-word.ts'
import type { Policy } from '../policy/policy.ts'
import { formatPolicyIssues, PolicyError } from '../policy/policy-error.ts'
import type { Command, CommandIo, ExitCode } from './command.ts'
import { readPolicyArgument } from './read-policy-argument.ts'
import { createCleanCopy, streamCleanCopy } from './scan/clean-copy.ts'
import { copyTargets, isCopyDirectory } from './scan/copy-targets.ts'
import { findInputs, type Input } from './scan/find-inputs.ts'
import { formatReport } from './scan/format-report.ts'
import { createJudge, reportedClasses } from './scan/judge-text.ts'
import { createProgress } from './scan/progress.ts'
import { type ScanOptions, scanInputs } from './scan/scan-inputs.ts'
import { createTally } from './scan/tally.ts'

export const scan: Command = {
  name: 'scan',
  summary: 'find personal data and secrets in logs, JSON and OTLP, and write clean copies',
  usage: [
    'privity scan [FILE|DIRECTORY|-]... [--list | --json | --quiet] [--redact TARGET] [--types A,B]',
    '               [--min-confidence N] [--policy FILE]',
    '',
    '  --list              print where each finding is: file:line:column type',
    '  --json              print counts, positions and duration as one JSON document',
    '  --quiet             print nothing but errors',
    '  --redact TARGET     write clean copies: into a directory, a file, or - for standard output',
    '  --types A,B         look for these only, such as email,secret,class/identifier',
    '  --min-confidence N  leave out what is less sure, from 0 to 1',
    '  --policy FILE       whose entities and classes count; default: as for a process in this directory',
    '',
    'Without a file, or for -, standard input is read. Files whose names end in .gz are uncompressed.',
    'What is found is never printed, only where and what it is.',
    'Ends with 0 if nothing was found, with 1 if something was, with 2 for a wrong call or what could not be read or written.',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        redact: { type: 'string' },
        types: { type: 'string' },
        'min-confidence': { type: 'string', default: '0' },
        policy: { type: 'string' },
      },
    })
    const output = (['list', 'json', 'quiet'] as const).filter((option) => values[option])
    if (output.length > 1) return refuse(io, `one of --${output.join(' and --')} at a time`)
    const minConfidence = Number(values['min-confidence'])
    if (!(minConfidence >= 0 && minConfidence <= 1)) return refuse(io, '--min-confidence is a number from 0 to 1')
    const policy = readPolicy(values.policy, io)
    if (policy === undefined) return 2
    const types = values.types === undefined ? undefined : new Set(values.types.split(','))
    const wrong = wrongType(types, policy)
    if (wrong !== undefined) return refuse(io, wrong)
    return scanWith(io, positionals.length === 0 ? ['-'] : positionals, values.redact, output[0], {
      judge: createJudge({ policy, types, minConfidence }),
      stdin: io.stdin,
      signal: io.signal,
    })
  },
}

type Output = 'list' | 'json' | 'quiet'

async function scanWith(
  io: CommandIo,
  names: readonly string[],
  target: string | undefined,
  output: Output | undefined,
  options: Pick<ScanOptions, 'judge' | 'stdin' | 'signal'>,
): Promise<ExitCode> {
  const { cwd } = io
  const isStream = target === '-'
  const isDirectory = target !== undefined && !isStream && (await isCopyDirectory(target, cwd, names))
  const { inputs, problems } = await findInputs(names, cwd, isDirectory ? resolve(cwd, target) : undefined)
  if (isStream && inputs.length > 1) return refuse(io, '--redact - takes one input')
  let copy: ScanOptions['copy']
  if (isStream) copy = async () => streamCleanCopy(io.stdout)
  else if (target !== undefined) {
    try {
      copy = copyTo(await copyTargets(inputs, target, cwd, isDirectory))
    } catch (error) {
      return refuse(io, error instanceof Error ? error.message : String(error))
    }
  }

  const tally = createTally()
  for (const { name, message } of problems) tally.fail(name, message)
  const progress = createProgress(output === 'quiet' ? undefined : io.showProgress, totalBytes(inputs))
  // where the clean copy is, nothing else may be
  const say = isStream ? io.printError : io.print
  const onFinding: ScanOptions['onFinding'] = (file, { line, column, type }) => {
    progress.clear()
    say(`${file}:${line}:${column} ${type}`)
  }
  await scanInputs(inputs, { ...options, tally, progress, copy, onFinding: output === 'list' ? onFinding : undefined })
  progress.clear()

  const report = tally.report()
  for (const { name, message } of report.skipped)
    if (output !== 'quiet') io.printError(`privity: ${name} ${message}: skipped`)
  for (const { name, message } of report.errors) io.printError(`privity: ${name}: ${message}`)
  if (output === 'json') say(JSON.stringify(report, null, 2))
  else if (output === undefined) say(formatReport(report))
  if (report.errors.length > 0) return 2
  return report.findings > 0 ? 1 : 0
}

function copyTo(paths: ReadonlyMap<Input, string>): ScanOptions['copy'] {
  return (input) => {
    const { path = '', stats } = input
    return createCleanCopy(paths.get(input) ?? '', stats && stats.mode & 0o777, path.endsWith('.gz'))
  }
}

/** @returns `undefined` if it is wrong, which was said */
function readPolicy(file: string | undefined, io: CommandIo): Policy | undefined {
  try {
    return readPolicyArgument(file, io).policy
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    io.printError(formatPolicyIssues(error.issues, error.file))
    return undefined
  }
}

function wrongType(types: ReadonlySet<string> | undefined, { redaction }: Policy): string | undefined {
  const known = [
    ...redaction.entities,
    ...redaction.custom.map(({ name }) => name),
    ...reportedClasses.map((name) => `class/${name}`),
  ]
  const wrong = [...(types ?? [])].find((type) => !known.includes(type))
  if (wrong === undefined) return undefined
  const near = closestWord(wrong, known)
  return `there is no type ${JSON.stringify(wrong)}. ${near === undefined ? `There is: ${known.join(', ')}.` : `Did you mean: ${near}`}`
}

function refuse(io: CommandIo, message: string): ExitCode {
  io.printError(`privity: ${message}`)
  return 2
}

/** `undefined` where nobody knows before. */
function totalBytes(inputs: readonly Input[]): number | undefined {
  let total = 0
  for (const { path, stats } of inputs) {
    if (path === undefined || path.endsWith('.gz') || stats?.isFile() !== true) return undefined
    total += stats.size
  }
  return total
}
