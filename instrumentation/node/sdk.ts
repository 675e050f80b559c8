import { createRequire } from 'node:module'

/**
 * OpenTelemetry's SDK, in CommonJS. The instrumentations have to be CommonJS, and with the SDK as ES modules most of
 * OpenTelemetry would be loaded twice.
 */
const require = createRequire(import.meta.url)

export const core: typeof import('@opentelemetry/core') = require('@opentelemetry/core')
export const contextHooks: typeof import('@opentelemetry/context-async-hooks') =
  require('@opentelemetry/context-async-hooks')
export const resources: typeof import('@opentelemetry/resources') = require('@opentelemetry/resources')
export const sdkTrace: typeof import('@opentelemetry/sdk-trace') = require('@opentelemetry/sdk-trace')
export const sdkLogs: typeof import('@opentelemetry/sdk-logs') = require('@opentelemetry/sdk-logs')
export const sdkMetrics: typeof import('@opentelemetry/sdk-metrics') = require('@opentelemetry/sdk-metrics')
