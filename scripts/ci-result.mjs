// The last line of CI, from the report of the test runner: node scripts/ci-result.mjs REPORT EXIT_CODE FAILED_STEPS
import { readFileSync } from 'node:fs'

const [report, exitCode, failedSteps] = process.argv.slice(2)
let passed = 0
let failed = Number(failedSteps)
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  passed = numPassedTests
  // a file that cannot be loaded is a failed suite without a failed test
  failed += Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0)
  const collector = testResults
    .filter(({ name }) => /collector-config\/collector\.test\.ts$/u.test(name))
    .flatMap(({ assertionResults }) => assertionResults)
  if (!collector.some(({ status }) => status === 'passed') || collector.some(({ status }) => status !== 'passed')) {
    console.log('The Collector suite did not run as a whole.')
    failed += 1
  }
} catch (error) {
  console.log(`There is no report of the tests: ${error.message}`)
  failed += 1
}
if (failed === 0 && (passed === 0 || exitCode !== '0')) failed = 1
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
