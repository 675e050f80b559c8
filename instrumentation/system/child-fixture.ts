/**
 * Loaded before an application in a child process: the SDK with exporters in memory and the system instrumentation. What
 * was recorded is written to the file PRIVITY_TEST_RECORDS when the process ends.
 */
import { writeFileSync } from 'node:fs'
import type { DataClass } from '../../policy/policy.ts'
import { startTelemetry } from '../telemetry-fixture.ts'
import { healthCheck } from './health-check.ts'
import { startSystemInstrumentation } from './start-system-instrumentation.ts'

const { PRIVITY_TEST_RECORDS: file = '', PRIVITY_TEST_CLASSES: classes = 'technical' } = process.env
const telemetry = startTelemetry()
telemetry.allow(classes.split(',') as DataClass[])
startSystemInstrumentation()
healthCheck('always', () => true)
process.on('exit', () => {
  const records = telemetry.logs().map(({ eventName, severityNumber, severityText, body, attributes }) => ({
    eventName,
    severityNumber,
    severityText,
    body,
    attributes,
  }))
  writeFileSync(file, JSON.stringify({ records, warnings: telemetry.warnings }))
})
