import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('ci-result.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'privity-ci-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A report as vitest writes it, with one test of the Collector. */
function reportOf({
  passed = 3,
  failed = 0,
  failedSuites = 0,
  collector = 'passed',
  file = 'collector.test.ts',
}): string {
  const path = join(folder, 'report.json')
  const testResults = [{ name: `/checkout/collector-config/${file}`, assertionResults: [{ status: collector }] }]
  const counts = { numPassedTests: passed, numFailedTests: failed, numFailedTestSuites: failedSuites }
  writeFileSync(path, JSON.stringify({ ...counts, testResults }))
  return path
}

function result(report: string, { exitCode = 0, failedSteps = 0 } = {}): { last: string; code: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [script, report, `${exitCode}`, `${failedSteps}`])
  return { last: `${stdout}`.trimEnd().split('\n').at(-1) ?? '', code: status }
}

describe('the last line of CI', () => {
  it('is green when every test has passed', () => {
    expect(result(reportOf({}))).toEqual({ last: '3 passed, 0 failed', code: 0 })
  })

  it.each([
    ['a test failed', reportOf.bind(null, { failed: 2 }), {}, '3 passed, 2 failed'],
    ['a file could not be loaded', reportOf.bind(null, { failedSuites: 1 }), {}, '3 passed, 1 failed'],
    ['nothing ran', reportOf.bind(null, { passed: 0 }), {}, '0 passed, 1 failed'],
    ['there is no report', () => join(folder, 'none.json'), {}, '0 passed, 1 failed'],
    ['the test run ended badly', reportOf.bind(null, {}), { exitCode: 1 }, '3 passed, 1 failed'],
    ['another step failed', reportOf.bind(null, {}), { failedSteps: 2 }, '3 passed, 2 failed'],
    ['the Collector suite was skipped', reportOf.bind(null, { collector: 'skipped' }), {}, '3 passed, 1 failed'],
    ['the Collector suite is gone', reportOf.bind(null, { file: 'other.test.ts' }), {}, '3 passed, 1 failed'],
  ])('is red when %s', (_case, report, ending, last) => {
    expect(result(report(), ending)).toEqual({ last, code: 1 })
  })
})
