import type { Flow, Policy } from '../policy/policy.ts'
import { carrierStatements, markStatements } from './carrier-statements.ts'
import type { KeyTables } from './key-tables.ts'
import { environment } from './ottl.ts'
import { redaction } from './redaction.ts'
import { withoutVerdict } from './verdict-gate.ts'
import { type Way, waysOf } from './ways.ts'

type Components = Readonly<Record<string, unknown>>

/**
 * The whole configuration of a gateway, as data. Every way out has pipelines of its own. What comes in goes to all of
 * them, and the gate at the beginning of each drops what carries no verdict for that way: so nothing has to be routed,
 * and nothing can be routed wrongly.
 */
export function gateway(policy: Policy, tables: KeyTables): Components {
  const ways = waysOf(policy)
  return {
    extensions: { health_check: { endpoint: environment('HEALTH', '127.0.0.1:13133') } },
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: environment('GRPC', '127.0.0.1:4317') },
          http: { endpoint: environment('HTTP', '127.0.0.1:4318') },
        },
      },
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 15 },
      // nothing here can look into links: a span that still has some does not pass
      'filter/links': { error_mode: 'propagate', trace_conditions: ['Len(span.links) > 0'] },
      ...merged(ways.map((way) => processors(policy, tables, way))),
    },
    exporters: merged(Object.values(policy.flows).map((flow) => ({ [exporterOf(flow)]: exporter(flow) }))),
    service: {
      extensions: ['health_check'],
      telemetry: {
        // errors and counts; a lower level could quote what it tells about
        logs: { level: 'warn' },
        metrics: {
          level: 'basic',
          readers: [
            { pull: { exporter: { prometheus: { host: '127.0.0.1', port: environment('METRICS_PORT', '8888') } } } },
          ],
        },
      },
      pipelines: merged(ways.map(pipelines)),
    },
  }
}

function processors(policy: Policy, tables: KeyTables, way: Way): Components {
  return {
    [`filter/${way.id}`]: {
      error_mode: 'propagate',
      trace_conditions: [withoutVerdict(way, 'span.attributes')],
      log_conditions: [withoutVerdict(way, 'log.attributes')],
      ...(way.takesMetrics && { metric_conditions: [withoutVerdict(way, 'resource.attributes')] }),
    },
    [`transform/${way.id}`]: { error_mode: 'propagate', ...carrierStatements(policy, tables, way) },
    [`redaction/${way.id}`]: redaction(policy, tables, way),
    [`transform/${way.id}-marks`]: { error_mode: 'propagate', ...markStatements(way) },
  }
}

function exporter(flow: Flow): Components {
  const { compression, timeoutMillis } = flow.to.otlp
  return {
    // Where the applications send is in the policy, and that may be this very Collector: where it sends on is not, and
    // neither are the headers for it. Without the variable the Collector does not start.
    endpoint: environment(`${flow.name.toUpperCase()}_ENDPOINT`),
    headers: environment(`${flow.name.toUpperCase()}_HEADERS`, '[]'),
    compression: compression ?? 'gzip',
    timeout: `${timeoutMillis ?? 10_000}ms`,
    retry_on_failure: { enabled: true, initial_interval: '1s', max_interval: '30s', max_elapsed_time: '300s' },
    // no storage: what waits stays in memory, and is gone with the process
    sending_queue: { queue_size: 1_000, batch: { flush_timeout: '200ms', min_size: 1_024, max_size: 8_192 } },
  }
}

function pipelines(way: Way): Components {
  const middle = [`filter/${way.id}`, `transform/${way.id}`]
  const pipeline = (...special: string[]) => ({
    receivers: ['otlp'],
    processors: ['memory_limiter', ...middle, ...special, `redaction/${way.id}`, `transform/${way.id}-marks`],
    exporters: [exporterOf(way.flow)],
  })
  return {
    [`traces/${way.id}`]: pipeline('filter/links'),
    [`logs/${way.id}`]: pipeline(),
    ...(way.takesMetrics && { [`metrics/${way.id}`]: pipeline() }),
  }
}

function exporterOf(flow: Flow): string {
  return `otlp_http/${flow.name}`
}

function merged(parts: readonly Components[]): Components {
  return Object.assign({}, ...parts)
}
