import type { BunyanInstrumentation } from '@opentelemetry/instrumentation-bunyan'
import type { IORedisInstrumentation } from '@opentelemetry/instrumentation-ioredis'
import type { MemcachedInstrumentation } from '@opentelemetry/instrumentation-memcached'
import type { OpenAIInstrumentation } from '@opentelemetry/instrumentation-openai'
import type { RedisInstrumentation } from '@opentelemetry/instrumentation-redis'

/** When an instrumentation is loaded: never earlier, as most applications use few of them. */
export type Occasion =
  /** When the first of these packages or built-in modules is loaded, by another one than `exceptFrom`. */
  | { readonly modules: readonly string[]; readonly exceptFrom?: string }
  /** With the SDK. */
  | 'start'
  /** Never here: `instrumentation/system` does it, and the name only says whether it should. */
  | 'system'
  /** At once, where this variable is set. */
  | { readonly variable: string }

export interface InstrumentationEntry {
  /** The package is `@opentelemetry/instrumentation-NAME`; the name is the one of `OTEL_NODE_ENABLED_INSTRUMENTATIONS`. */
  readonly name: string
  readonly exportName: string
  readonly on: Occasion
  readonly config?: object
  /** A file of Privity that takes the place of the package, without extension. */
  readonly own?: string
  /** Not on by default: as upstream, because of the noise. */
  readonly optIn?: true
}

type ConfigOf<T extends { getConfig(): object }> = ReturnType<T['getConfig']>

// Only the name of the command: its arguments are data.
const commandName = (name: string): string => name

/** All of OpenTelemetry's instrumentations for Node. Where one could read content, its configuration says no. */
export const instrumentations: readonly InstrumentationEntry[] = [
  entry('amqplib', 'AmqplibInstrumentation', 'amqplib'),
  { name: 'aws-lambda', exportName: 'AwsLambdaInstrumentation', on: { variable: '_HANDLER' } },
  entry(
    'aws-sdk',
    'AwsInstrumentation',
    '@aws-sdk/middleware-stack',
    '@aws-sdk/smithy-client',
    '@smithy/middleware-stack',
    '@smithy/smithy-client',
    '@smithy/core',
  ),
  {
    ...entry('bunyan', 'BunyanInstrumentation', 'bunyan'),
    // the application's own lines stay what they are; the records carry the trace context anyway
    config: { disableLogCorrelation: true } satisfies ConfigOf<BunyanInstrumentation>,
  },
  entry('cassandra-driver', 'CassandraDriverInstrumentation', 'cassandra-driver'),
  entry('connect', 'ConnectInstrumentation', 'connect'),
  entry('cucumber', 'CucumberInstrumentation', '@cucumber/cucumber'),
  entry('dataloader', 'DataloaderInstrumentation', 'dataloader'),
  entry('dns', 'DnsInstrumentation', 'dns'),
  entry('express', 'ExpressInstrumentation', 'express'),
  { ...entry('fs', 'FsInstrumentation', 'fs'), optIn: true },
  entry('generic-pool', 'GenericPoolInstrumentation', 'generic-pool'),
  entry('graphql', 'GraphQLInstrumentation', 'graphql'),
  entry('grpc', 'GrpcInstrumentation', '@grpc/grpc-js'),
  entry('hapi', 'HapiInstrumentation', '@hapi/hapi'),
  { name: 'host-metrics', exportName: 'HostMetricsInstrumentation', on: 'system' },
  entry('http', 'HttpInstrumentation', 'http', 'https'),
  {
    ...entry('ioredis', 'IORedisInstrumentation', 'ioredis'),
    config: { dbStatementSerializer: commandName } satisfies ConfigOf<IORedisInstrumentation>,
  },
  entry('kafkajs', 'KafkaJsInstrumentation', 'kafkajs'),
  entry('knex', 'KnexInstrumentation', 'knex'),
  entry('koa', 'KoaInstrumentation', 'koa'),
  entry('lru-memoizer', 'LruMemoizerInstrumentation', 'lru-memoizer'),
  {
    ...entry('memcached', 'MemcachedInstrumentation', 'memcached'),
    config: { enhancedDatabaseReporting: false } satisfies ConfigOf<MemcachedInstrumentation>,
  },
  entry('mongodb', 'MongoDBInstrumentation', 'mongodb'),
  entry('mongoose', 'MongooseInstrumentation', 'mongoose'),
  entry('mysql', 'MySQLInstrumentation', 'mysql'),
  entry('mysql2', 'MySQL2Instrumentation', 'mysql2'),
  entry('nestjs-core', 'NestInstrumentation', '@nestjs/core'),
  entry('net', 'NetInstrumentation', 'net'),
  {
    ...entry('openai', 'OpenAIInstrumentation', 'openai'),
    config: { captureMessageContent: false } satisfies ConfigOf<OpenAIInstrumentation>,
  },
  entry('oracledb', 'OracleInstrumentation', 'oracledb'),
  entry('pg', 'PgInstrumentation', 'pg', 'pg-pool'),
  { name: 'pino', exportName: 'PinoInstrumentation', on: 'system' },
  {
    ...entry('redis', 'RedisInstrumentation', 'redis', '@redis/client', '@node-redis/client'),
    config: { dbStatementSerializer: commandName } satisfies ConfigOf<RedisInstrumentation>,
  },
  entry('restify', 'RestifyInstrumentation', 'restify'),
  // Express 5 is built on it, and has its own instrumentation: both together tell every handler twice
  { name: 'router', exportName: 'RouterInstrumentation', on: { modules: ['router'], exceptFrom: 'express' } },
  { name: 'runtime-node', exportName: 'RuntimeNodeInstrumentation', on: 'system' },
  entry('socket.io', 'SocketIoInstrumentation', 'socket.io'),
  entry('tedious', 'TediousInstrumentation', 'tedious'),
  // fetch is part of Node and never loaded; on its first message it would be too late for that message
  { name: 'undici', exportName: 'UndiciInstrumentation', on: 'start' },
  { ...entry('winston', 'WinstonLogInstrumentation', 'winston'), own: '../system/winston-log-instrumentation' },
]

function entry(name: string, exportName: string, ...modules: string[]): InstrumentationEntry {
  return { name, exportName, on: { modules } }
}
