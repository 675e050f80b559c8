import { globSync, readFileSync } from 'node:fs'
import { check } from 'recheck'
import { describe, expect, it, vi } from 'vitest'

interface Pattern {
  readonly source: string
  readonly flags: string
}

const root = new URL('../../', import.meta.url)
const sources = ['processors/redaction', 'processors/classification'].flatMap((folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).filter((file) => !/\.(?:test|generated)\.ts$/u.test(file)),
)

/** After what a regular expression can stand, and a division cannot. */
const literal = /(?:[=(,:!&|?[{;]|=>|return)\s*\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gu

function literalsOf(file: string): readonly Pattern[] {
  const code = readFileSync(new URL(file, root), 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gmu, '')
  return Array.from(code.matchAll(literal), ([, source = '', flags = '']) => ({ source, flags }))
}

/** Those that are put together while modules are loaded and a detector is made. */
async function constructedPatterns(): Promise<readonly Pattern[]> {
  const made: Pattern[] = []
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, [pattern, flags]: [string | RegExp, string | undefined]) {
      const regExp = new target(pattern, flags)
      made.push({ source: regExp.source, flags: regExp.flags })
      return regExp
    },
  })
  try {
    vi.resetModules()
    const { createDetector } = await import('./create-detector.ts')
    createDetector({ entities: [], custom: [], actions: {} })('made with the first text')
  } finally {
    globalThis.RegExp = original
  }
  return made
}

async function statusOf({ source, flags }: Pattern): Promise<string> {
  // `d` changes what is told of a match, not how it is found
  const diagnostics = await check(source, flags.replace('d', ''), { timeout: 30_000, checker: 'automaton' })
  if (diagnostics.status === 'safe') return 'safe'
  const why = diagnostics.status === 'vulnerable' ? diagnostics.complexity.summary : 'no answer'
  return `${diagnostics.status} (${why}): /${source}/${flags}`
}

describe('the patterns that are shipped', () => {
  it('are all safe from catastrophic backtracking, as literals', { timeout: 300_000 }, async () => {
    const patterns = sources.flatMap(literalsOf)
    expect(patterns.length).toBeGreaterThan(100)
    const statuses = await Promise.all(patterns.map(statusOf))
    expect(statuses.filter((status) => status !== 'safe')).toEqual([])
  })

  it('are all safe from catastrophic backtracking, where they are put together', { timeout: 300_000 }, async () => {
    const patterns = await constructedPatterns()
    expect(patterns.length).toBeGreaterThan(50)
    const statuses = await Promise.all(patterns.map(statusOf))
    expect(statuses.filter((status) => status !== 'safe')).toEqual([])
  })

  it('would not pass with a pattern that backtracks', { timeout: 60_000 }, async () => {
    expect(await statusOf({ source: '^(?:a+)+$', flags: 'u' })).toMatch(/^vulnerable/u)
    expect(literalsOf('processors/redaction/rules/contact/phone.ts').length).toBeGreaterThan(4)
  })
})
