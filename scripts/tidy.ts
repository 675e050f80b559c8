import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

// npm run check: the rules of CONTRIBUTING.md that a program can check.

/** A file of the project, with its path from the root. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** What a folder may import of the others. The arrows of ARCHITECTURE.md. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  policy: [],
  consent: ['policy'],
  processors: ['policy', 'consent'],
  exporter: ['policy', 'consent', 'processors'],
  instrumentation: ['policy', 'consent', 'processors', 'exporter'],
  'collector-config': ['policy', 'processors/classification', 'processors/redaction'],
  testing: [],
  cli: ['policy', 'consent', 'processors', 'exporter', 'instrumentation', 'collector-config', 'testing'],
}

/** These run in set-ups of OpenTelemetry 2.12 and 3.x alike, so they know the SDK by its types only. */
const sdkAsTypesOnly = ['policy', 'consent', 'processors', 'exporter']

const maxLines = 300
const maxTestLines = 400

interface Rule {
  readonly applies: (path: string) => boolean
  /** @returns a complaint for each breach, with what to do instead */
  readonly check: (file: SourceFile) => string[]
}

const isCode = (path: string): boolean => /\.(?:ts|mjs|cjs)$/u.test(path) && !path.includes('.generated.')
const isTest = (path: string): boolean => /(?:\.test|-fixture)\.ts$/u.test(path)
const isLibrary = (path: string): boolean => isCode(path) && !isTest(path) && topOf(path) in arrows

const rules: readonly Rule[] = [
  {
    // a test may look at everything: parity between two folders is a claim, too
    applies: isLibrary,
    check: ({ path, text }) =>
      importsOf(text)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => relative('.', join(dirname(path), from)))
        .filter((target) => !mayImport(path, target))
        .map(
          (target) =>
            `imports ${target}; ${topOf(path)}/ may import ${arrows[topOf(path)]?.join(', ') || 'nothing of ours'}`,
        ),
  },
  {
    applies: (path) => isLibrary(path) && sdkAsTypesOnly.includes(topOf(path)),
    check: ({ text }) =>
      importsOf(text)
        .filter(({ from, typeOnly }) => !typeOnly && /^@opentelemetry\/sdk-/u.test(from))
        .map(({ from }) => `imports ${from} at run time; import its types, and let instrumentation/ make the objects`),
  },
  {
    applies: (path) => /^(?:examples|bench|e2e)\//u.test(path) && isCode(path),
    check: ({ path, text }) =>
      importsOf(text)
        .map(({ from }) => (from.startsWith('.') ? relative('.', join(dirname(path), from)) : from))
        // what users test with is not what is tested
        .filter((target) => topOf(target) in arrows && topOf(target) !== 'testing')
        .map((target) => `imports ${target}; users have only the public subpaths (privity/...)`),
  },
  {
    applies: isCode,
    check: ({ path }) =>
      /(?:^|[-.])(?:utils?|helpers?|common|misc)(?:[-.]|$)/u.test(basename(path))
        ? [`is named ${basename(path)}; name it after the one thing that it is`]
        : [],
  },
  {
    applies: (path) => /\.test\.ts$/u.test(path),
    check: ({ path }) =>
      /\/(?:tests?|__tests__|specs?)\//u.test(`/${path}`) ? ['stands apart; put it beside what it tests'] : [],
  },
  {
    applies: isCode,
    check: ({ path, text }) => {
      const lines = text.split('\n').length - 1
      const most = isTest(path) ? maxTestLines : maxLines
      return lines > most ? [`has ${lines} lines; at most ${most}: split it by what it does`] : []
    },
  },
  {
    applies: isLibrary,
    check: ({ path, text }) => [
      ...(/^export default/mu.test(text) ? ['has a default export; name it'] : []),
      ...(/^export \*/mu.test(text) ? ['exports * ; name what is exported'] : []),
      ...(/(?::|\bas|<) any\b/u.test(withoutComments(text)) ? ['uses `any`; say what it is, or `unknown`'] : []),
      ...(path.startsWith('cli/') || !/\bconsole\.\w+\(/u.test(withoutComments(text))
        ? []
        : ['writes to the console; use diag of @opentelemetry/api']),
    ],
  },
  {
    applies: (path) => !path.startsWith('scripts/tidy') && path !== 'LICENSE',
    check: ({ text }) =>
      [...text.matchAll(/(?<![\w.])\/(?:home|root|work|Users)\/\w+|registry\.npmjs\.org|registry\.yarnpkg\.com/gu)]
        .filter(([match]) => !allowedPaths.test(match))
        .map(([match]) => `holds ${match}, which exists on one machine only`),
  },
]

/** Made-up paths in texts that are about paths. */
const allowedPaths = /^\/(?:home|root|work|Users)\/(?:ada|alice|bob|node|app|user|deploy|jane)\b/u

/** All complaints about the files, as `path: complaint`. */
export function tidy(files: readonly SourceFile[]): string[] {
  return [
    ...files.flatMap((file) =>
      rules
        .filter((rule) => rule.applies(file.path))
        .flatMap((rule) => rule.check(file).map((complaint) => `${file.path}: ${complaint}`)),
    ),
    ...checkManifest(files),
  ]
}

function checkManifest(files: readonly SourceFile[]): string[] {
  const manifest = files.find(({ path }) => path === 'package.json')
  const lock = files.find(({ path }) => path === 'package-lock.json')
  const complaints: string[] = []
  if (manifest !== undefined) {
    const { dependencies, devDependencies } = JSON.parse(manifest.text) as Record<string, Record<string, string>>
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))
        complaints.push(`package.json: ${name} is ${version}; name an exact version`)
    }
  }
  if (lock?.text.includes('"resolved": "http') === true) {
    complaints.push('package-lock.json: names a registry; install with omit-lockfile-registry-resolved')
  }
  return complaints
}

function mayImport(path: string, target: string): boolean {
  const own = topOf(path)
  if (topOf(target) === own) return true
  return (arrows[own] ?? []).some((allowed) => target.startsWith(`${allowed}/`))
}

interface Import {
  readonly from: string
  readonly typeOnly: boolean
}

function importsOf(text: string): Import[] {
  const code = withoutComments(text)
  const statements = code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gmu)
  // much is loaded late, with require(), createRequire()() or import()
  const calls = code.matchAll(/(\btypeof\s+)?\b(?:require|import|createRequire\([^()]*\))\(\s*['"]([^'"]+)['"]/gmu)
  return [...statements, ...calls].map(([, type, from = '']) => ({ from, typeOnly: type !== undefined }))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1')
}

function topOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** Every file that git has, or would take. */
function projectFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return listed
    .split('\n')
    .filter((path) => /\.(?:ts|mjs|cjs|json|md|ya?ml|eta|css)$/u.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** Complaints about the project as it is. */
export function tidyProject(): string[] {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  return tidy(projectFiles())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const complaints = tidyProject()
  for (const complaint of complaints) console.error(complaint)
  process.exitCode = complaints.length > 0 ? 1 : 0
}
