import { faults } from './faults.ts'
import { runScenario, unwanted } from './scenario.ts'

// The suite as a program, for the mutants: prints what leaked, and ends with 1 if anything did.

const granted = { personalization: 'granted', cross_company_insights: 'granted' } as const
const withFaults = process.argv.includes('--faults')
/** A guard that leaves out a carrier does so whatever stands there. */
const kinds = ['token', 'email', 'phone', 'card', 'iban', 'api_key', 'person'] as const
const leaks: string[] = []
for (const fault of [undefined, ...(withFaults ? faults.filter(({ how }) => how !== 'hangs') : [])]) {
  for (const grants of [undefined, granted]) {
    leaks.push(...unwanted(await runScenario({ protocol: 'http/json', seed: 7, grants, fault, kinds }), grants))
  }
}
console.log(JSON.stringify(leaks.slice(0, 5)))
process.exit(leaks.length > 0 ? 1 : 0)
