import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closestWord } from '../policy/closest-word.ts'
import type { Policy } from '../policy/policy.ts'
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
    'privity scan [FILE|DIRECTORY|-]... [--list | --json | --quiet] [--redact [--output PATH]]',
    '               [--types A,B] [--min-confidence N] [--policy FILE]',
    '',
    '  --list              print where each finding is: file:line:column type (rule)',
    '  --json              print counts, positions and duration as one JSON document',
    '  --quiet             print nothing but errors',
    '  --redact            write a clean copy to standard output, and the report to standard error',
    '  --output PATH       the clean copy becomes this file; those of several files go into this directory',
    '  --types A,B         look for these only, such as email,secret,class/identifier',
    '  --min-confidence N  leave out what is less sure, from 0 to 1',
    '  --policy FILE       whose entities and classes count; default: as for a process in this directory',
    '',
    'Without a file, or for -, standard input is read. Files whose names end in .gz are uncompressed.',
    'What is found is never printed, only where and what it is.',
    'Ends with 0 if nothing was found, with 1 if something was, with 2 for a wrong call or what could not be read or written.',
  ].join('\n'),
  failure: 2,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        redact: { type: 'boolean', default: false },
        output: { type: 'string' },
        types: { type: 'string' },
        'min-confidence': { type: 'string', default: '0' },
        policy: { type: 'string' },
      },
    })
    const forms = (['list', 'json', 'quiet'] as const).filter((option) => values[option])
    if (forms.length > 1) throw new Error(`one of --${forms.join(' and --')} at a time`)
    if (values.output !== undefined && !values.redact) throw new Error('--output is where the copy of --redact goes')
    if (positionals.length === 0 && io.stdin.isTTY === true) throw new Error('name a file, or - for standard input')
    const minConfidence = Number(values['min-confidence'])
    if (!(minConfidence >= 0 && minConfidence <= 1)) throw new Error('--min-confidence is a number from 0 to 1')
    const { policy } = readPolicyArgument(values.policy, io)
    const types = values.types === undefined ? undefined : knownTypes(values.types.split(','), policy)
    const judge = createJudge({ policy, types, minConfidence })
    const copies = values.redact ? (values.output ?? '-') : undefined
    return scanWith(io, positionals.length === 0 ? ['-'] : positionals, copies, forms[0], judge)
  },
}

/** @param target where the clean copies go: a path, or `-` */
async function scanWith(
  io: CommandIo,
  names: readonly string[],
  target: string | undefined,
  form: 'list' | 'json' | 'quiet' | undefined,
  judge: ScanOptions['judge'],
): Promise<ExitCode> {
  const { cwd, stdin, signal } = io
  const isStream = target === '-'
  const isDirectory = target !== undefined && !isStream && (await isCopyDirectory(target, cwd, names))
  const { inputs, problems } = await findInputs(names, cwd, isDirectory ? resolve(cwd, target) : undefined)
  if (isStream && inputs.length > 1) throw new Error('the clean copies of several files need a directory: --output')
  let copy: ScanOptions['copy']
  if (isStream) copy = async () => streamCleanCopy(io.stdout)
  else if (target !== undefined) copy = copyTo(await copyTargets(inputs, target, cwd, isDirectory))

  const tally = createTally()
  for (const { name, message } of problems) tally.fail(name, message)
  const progress = createProgress(form === 'quiet' ? undefined : io.showProgress, totalBytes(inputs))
  // where the clean copy is, nothing else may be
  const say = isStream ? io.printError : io.print
  const list: ScanOptions['onFinding'] = (file, { line, column, type, rule }) => {
    progress.clear()
    // many rules are called as what they find
    say(`${file}:${line}:${column} ${type}${rule === undefined || rule === type ? '' : ` (${rule})`}`)
  }
  await scanInputs(inputs, {
    judge,
    stdin,
    signal,
    tally,
    progress,
    copy,
    onFinding: form === 'list' ? list : undefined,
  })
  progress.clear()

  const report = tally.report()
  for (const { name, message } of report.skipped)
    if (form !== 'quiet') io.printError(`privity: ${name} ${message}: skipped`)
  for (const { name, message } of report.errors) io.printError(`privity: ${name}: ${message}`)
  if (form === 'json') say(JSON.stringify(report, null, 2))
  else if (form === undefined) say(formatReport(report))
  if (report.errors.length > 0) return 2
  return report.findings > 0 ? 1 : 0
}

function copyTo(paths: ReadonlyMap<Input, string>): ScanOptions['copy'] {
  return (input) => {
    const { path = '', stats } = input
    return createCleanCopy(paths.get(input) ?? '', stats && stats.mode & 0o777, path.endsWith('.gz'))
  }
}

/** @throws Error that says which type there is none of */
function knownTypes(types: readonly string[], { redaction }: Policy): ReadonlySet<string> {
  const known = [
    ...redaction.entities,
    ...redaction.custom.map(({ name }) => name),
    ...reportedClasses.map((name) => `class/${name}`),
  ]
  const wrong = types.find((type) => !known.includes(type))
  if (wrong === undefined) return new Set(types)
  const near = closestWord(wrong, known)
  const hint = near === undefined ? `There is: ${known.join(', ')}.` : `Did you mean: ${near}`
  throw new Error(`there is no type ${JSON.stringify(wrong)}. ${hint}`)
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
