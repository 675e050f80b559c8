/** How the process and its host fare, and what it logs. Part of `privity/node`. */
export { type HealthCheckOptions, healthCheck } from './health-check.ts'
export {
  type SystemInstrumentation,
  type SystemInstrumentationOptions,
  startSystemInstrumentation,
} from './start-system-instrumentation.ts'
