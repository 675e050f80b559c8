interface Variable<T> {
  /** `undefined`: the text is wrong. */
  parse(text: string): T | undefined
  readonly expects: string
  /** What holds when the variable is not set or wrong. */
  readonly otherwise: string
  readonly does: string
}

/**
 * Every environment variable that the hook reads; docs/environment.md describes the same ones. What only OpenTelemetry's
 * own packages read (exporters, semantic-convention opt-ins) is not parsed here.
 */
export const environmentVariables = {
  PRIVITY_POLICY: text(
    'no file: privity.policy.yaml in the working directory, else the default policy',
    'path of the policy file',
  ),
  PRIVITY_KEY: text('a random key: pseudonyms change with every start', 'secret that pseudonyms are derived from'),

  PRIVITY_CONSENT_SIGNING_KEY: text(
    'no other service is told about consent',
    'Ed25519 private key (PKCS #8 in PEM, or JWK) that consent tokens are signed with',
  ),
  PRIVITY_CONSENT_VERIFY_KEYS: text(
    'consent tokens of other services are not believed, unless signed with the same key',
    'JWK set of the Ed25519 public keys of the services whose consent tokens are believed',
  ),

  OTEL_SDK_DISABLED: flag('telemetry is on', 'true turns everything off'),
  OTEL_CONFIG_FILE: text('nothing is read', 'not honoured: declarative configuration has no place for a guard'),
  OTEL_LOG_LEVEL: choice(
    ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'VERBOSE', 'ALL'],
    'warnings and errors that somebody can do something about',
    'level at which all of OpenTelemetry speaks on stderr; it may tell personal data',
  ),

  OTEL_SERVICE_NAME: text('unknown_service:node', 'service.name of the resource'),
  OTEL_RESOURCE_ATTRIBUTES: text('none', 'attributes of the resource, key=value, separated by commas'),
  OTEL_NODE_RESOURCE_DETECTORS: list('env,serviceinstance,process,host,os', 'what is found out about the resource'),

  OTEL_TRACES_EXPORTER: list('otlp', 'where spans go: otlp, console, none'),
  OTEL_LOGS_EXPORTER: list('otlp', 'where log records go: otlp, console, none'),
  OTEL_METRICS_EXPORTER: list('otlp', 'where metrics go: otlp, console, none'),
  OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: choice(
    ['cumulative', 'delta', 'lowmemory'],
    'cumulative',
    'what a metric tells: the total, or the change since the last export',
  ),

  OTEL_PROPAGATORS: list(
    'tracecontext,baggage',
    'how the trace context travels: tracecontext, baggage, b3, b3multi, none',
  ),
  OTEL_TRACES_SAMPLER: choice(
    [
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ],
    'parentbased_always_on',
    'which traces are recorded',
  ),
  OTEL_TRACES_SAMPLER_ARG: ratio('1', 'share of traces that the ratio samplers record'),

  OTEL_BSP_SCHEDULE_DELAY: positive('5000', 'milliseconds between two exports of spans'),
  OTEL_BSP_EXPORT_TIMEOUT: positive('30000', 'milliseconds that an export of spans may take'),
  OTEL_BSP_MAX_QUEUE_SIZE: positive('2048', 'spans that wait at most'),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: positive('512', 'spans of one export'),
  OTEL_BLRP_SCHEDULE_DELAY: positive('1000', 'milliseconds between two exports of log records'),
  OTEL_BLRP_EXPORT_TIMEOUT: positive('30000', 'milliseconds that an export of log records may take'),
  OTEL_BLRP_MAX_QUEUE_SIZE: positive('2048', 'log records that wait at most'),
  OTEL_BLRP_MAX_EXPORT_BATCH_SIZE: positive('512', 'log records of one export'),
  OTEL_METRIC_EXPORT_INTERVAL: positive('60000', 'milliseconds between two exports of metrics'),
  OTEL_METRIC_EXPORT_TIMEOUT: positive('30000', 'milliseconds that an export of metrics may take'),

  OTEL_ATTRIBUTE_COUNT_LIMIT: positive('128', 'attributes of a span or log record'),
  OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: positive('no limit but that of the policy', 'characters of an attribute value'),
  OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: positive('128', 'attributes of a span'),
  OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: positive('no limit but that of the policy', 'characters of a span attribute'),
  OTEL_SPAN_EVENT_COUNT_LIMIT: positive('128', 'events of a span'),
  OTEL_SPAN_LINK_COUNT_LIMIT: positive('128', 'links of a span'),
  OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: positive('128', 'attributes of an event'),
  OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: positive('128', 'attributes of a link'),
  OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: positive('128', 'attributes of a log record'),
  OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT: positive(
    'no limit but that of the policy',
    'characters of a log attribute',
  ),

  OTEL_NODE_ENABLED_INSTRUMENTATIONS: list(
    'all but fs and host-metrics',
    'the only instrumentations that run, such as http,express',
  ),
  OTEL_NODE_DISABLED_INSTRUMENTATIONS: list('none', 'instrumentations that do not run'),
} satisfies Record<string, Variable<unknown>>

export type VariableName = keyof typeof environmentVariables

function text(otherwise: string, does: string): Variable<string> {
  return { parse: (value) => value, expects: 'text', otherwise, does }
}

function flag(otherwise: string, does: string): Variable<boolean> {
  const parse = (value: string) => ({ true: true, false: false })[value.toLowerCase()]
  return { parse, expects: 'true or false', otherwise, does }
}

function list(otherwise: string, does: string): Variable<readonly string[]> {
  const parse = (value: string) => {
    const items = new Set(value.split(',').map((item) => item.trim()))
    items.delete('')
    return items.size === 0 ? undefined : [...items]
  }
  return { parse, expects: 'names separated by commas', otherwise, does }
}

function choice<const T extends string>(choices: readonly T[], otherwise: string, does: string): Variable<T> {
  const parse = (value: string) => choices.find((each) => each.toLowerCase() === value.toLowerCase())
  return { parse, expects: `one of ${choices.join(', ')}`, otherwise, does }
}

function positive(otherwise: string, does: string): Variable<number> {
  const parse = (value: string) => {
    const number = Number(value)
    return Number.isSafeInteger(number) && number > 0 ? number : undefined
  }
  return { parse, expects: 'a whole number above 0', otherwise, does }
}

function ratio(otherwise: string, does: string): Variable<number> {
  const parse = (value: string) => {
    const number = Number(value)
    return number >= 0 && number <= 1 ? number : undefined
  }
  return { parse, expects: 'a number from 0 to 1', otherwise, does }
}
