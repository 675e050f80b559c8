import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Context, context, propagation, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { AmqplibInstrumentation } from '@opentelemetry/instrumentation-amqplib'
import { KafkaJsInstrumentation } from '@opentelemetry/instrumentation-kafkajs'
import { TracerProvider } from '@opentelemetry/sdk-trace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryConsent } from '../../consent/memory-consent.ts'
import { withDestination } from '../../consent/propagation/destination.ts'
import type { PresentConsent } from '../../consent/propagation/present-consent.ts'
import { createKeyPair } from '../../consent/propagation/tokens-fixture.ts'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { createGuard } from '../../processors/create-guard.ts'
import { PrivacySpanProcessor } from '../../processors/privacy-span-processor.ts'
import { runWithSubject } from '../../processors/verdict/subject-binding.ts'
import { observeJob } from '../service/observe-job.ts'
import { createGuardedPropagator } from './guarded-propagator.ts'
import { createPropagator } from './propagator.ts'

// There are no brokers here: the instrumentations are the real ones, and so are the clients up to where they would send.

const require = createRequire(import.meta.url)
const key = 'the key of all the services of acme'
const policy = parsePolicy({
  flows: { personalization: { form: 'pseudonymous' } },
  propagation: {
    trustDomain: 'acme.internal',
    to: ['kafka:orders', 'rabbitmq:orders', 'rabbitmq:mail', 'bullmq:mail'],
  },
})
const ada = { tenant: 'acme', subject: 'ada-0001' }
const consent = memoryConsent()
consent.set(ada, { personalization: 'granted' })
const guard = createGuard({ policy, consent, key })

type Headers = Record<string, unknown>
interface Heard {
  readonly present: PresentConsent | undefined
  readonly user: string | undefined
}

/** Whom the code that handles a message would have its records be about. */
function hear(): Heard {
  const active = context.active()
  return { present: guard.presentIn(active), user: propagation.getBaggage(active)?.getEntry('user.id')?.value }
}

const toldOfAda = {
  user: 'ada',
  present: { subject: { tenant: 'acme', pseudonymous: true }, consent: { grants: { personalization: 'granted' } } },
}

/** Runs `send` in a request of ada, with baggage. */
function asAda<T>(send: () => T): T {
  const baggage = propagation.createBaggage({ 'user.id': { value: 'ada' } })
  return runWithSubject(ada, () => context.with(propagation.setBaggage(context.active(), baggage), send))
}

/** As a broker hands them to the next service. */
function delivered(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(String(value))]))
}

const instrumentations: { disable(): void }[] = []
// files of the inside, which the instrumentation patches
const amqpFile = (name: string): string => join(dirname(require.resolve('amqplib')), 'lib', name)
const amqpConnect = require(amqpFile('connect.js')) as { connect: (...args: unknown[]) => void }
const connectForReal = amqpConnect.connect

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const environment = { PRIVITY_CONSENT_SIGNING_KEY: createKeyPair().jwk }
  propagation.setGlobalPropagator(createGuardedPropagator(createPropagator({}), { guard, environment, key }))
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new PrivacySpanProcessor({ guard })] }))
  // where the instrumentation learns which broker it is
  amqpConnect.connect = (_url, _options, done) => (done as (...args: unknown[]) => void)(null, connection)
  instrumentations.push(new KafkaJsInstrumentation(), new AmqplibInstrumentation())
})

afterAll(() => {
  for (const instrumentation of instrumentations) instrumentation.disable()
  amqpConnect.connect = connectForReal
  for (const api of [trace, context, propagation]) api.disable()
})

const connection = { serverProperties: { product: 'RabbitMQ' } }

describe('Kafka', () => {
  const createKafka = () => {
    const { Kafka, logLevel } = require('kafkajs') as typeof import('kafkajs')
    return new Kafka({ brokers: ['127.0.0.1:1'], logLevel: logLevel.NOTHING, retry: { retries: 0 } })
  }

  async function send(topic: string): Promise<Headers> {
    const message = { value: '{}', headers: {} }
    const producer = createKafka().producer()
    // it is not connected, and says so after the headers are written
    await expect(asAda(() => producer.send({ topic, messages: [message] }))).rejects.toThrow(/disconnected/u)
    return message.headers
  }

  it('carries consent and baggage on the topics of the list', async () => {
    const headers = await send('orders')
    let heard: Heard | undefined
    const config = {
      eachMessage: async (_payload: object) => {
        heard = hear()
      },
    }
    await createKafka()
      .consumer({ groupId: 'g' })
      .run(config as never)
      .catch(() => {})
    await config.eachMessage({ topic: 'orders', partition: 0, message: { headers: delivered(headers) } })
    expect(heard).toMatchObject(toldOfAda)
  })

  it('carries neither on others', async () => {
    expect(Object.keys(await send('audit'))).toEqual(['traceparent'])
  })
})

describe('AMQP', () => {
  interface Channel {
    publish(exchange: string, key: string, content: Buffer, options?: object): boolean
    consume(queue: string, onMessage: (message: object) => void): Promise<unknown>
  }

  /** A channel that hands what is published to whoever consumes, as a broker would. */
  function createChannel() {
    require('amqplib')
    const { Channel } = require(amqpFile('channel_model.js')) as { Channel: { prototype: Channel } }
    const published: Headers[] = []
    let consumer: ((message: object) => void) | undefined
    const stub = {
      connection,
      sendMessage: (_fields: object, { headers }: { headers: Headers }) => {
        const wire: Headers = {}
        // what it inherits goes over the wire, too: the client hides the headers of the application in a prototype
        for (const name in headers) wire[name] = headers[name]
        return published.push(wire) > 0
      },
      _rpc: (_method: number, _fields: object, _expect: number, done: (error: null, ok: object) => void) =>
        done(null, { fields: { consumerTag: 'c' } }),
      registerConsumer: (_tag: string, onMessage: (message: object) => void) => {
        consumer = onMessage
      },
    }
    const channel = Object.assign(Object.create(Channel.prototype) as Channel, stub)
    return { channel, published, deliver: (message: object) => consumer?.(message) }
  }

  function publish(exchange: string, routingKey: string): Headers {
    amqpConnect.connect('amqp://broker.stranger.example', {}, () => {})
    const { channel, published } = createChannel()
    asAda(() => channel.publish(exchange, routingKey, Buffer.from('{}')))
    return published[0] ?? {}
  }

  it.each([
    ['exchanges', 'orders', 'eu.new'],
    ['queues', '', 'mail'],
  ])('carries consent and baggage to the %s of the list', async (_name, exchange, routingKey) => {
    require(amqpFile('connect.js'))
    const headers = publish(exchange, routingKey)
    const { channel, deliver } = createChannel()
    let heard: Heard | undefined
    await channel.consume('q', () => {
      heard = hear()
    })
    deliver({ properties: { headers }, fields: { exchange, routingKey } })
    expect(heard).toMatchObject(toldOfAda)
  })

  it('carries neither to others', () => {
    expect(Object.keys(publish('audit', 'mail'))).toEqual(['traceparent'])
    expect(Object.keys(publish('', 'audit'))).toEqual(['traceparent'])
  })
})

describe('BullMQ', () => {
  const { QueueBase } = require('bullmq') as typeof import('bullmq')

  /** The telemetry of `bullmq-otel`, in its essentials. */
  const telemetry = {
    tracer: {
      startSpan: (name: string, options: object, parent?: Context) => {
        const span = trace.getTracer('bullmq').startSpan(name, options, parent)
        return Object.assign(Object.create(span) as Span, {
          setSpanOnContext: (active: Context) => trace.setSpan(active, span),
        })
      },
    },
    contextManager: {
      with: context.with.bind(context),
      active: () => context.active(),
      getMetadata(active: Context) {
        const headers = {}
        propagation.inject(active, headers)
        return JSON.stringify(headers)
      },
      fromMetadata: (active: Context, metadata: string) => propagation.extract(active, JSON.parse(metadata)),
    },
  }

  function traced<T>(queue: string, kind: number, run: (metadata: string) => Promise<T>, source?: string): Promise<T> {
    const base = { opts: { telemetry }, name: queue }
    const callback = kind === 3 ? async (_span: unknown, metadata: string) => run(metadata) : async () => run('')
    return QueueBase.prototype.trace.call(
      base as never,
      kind as never,
      'add',
      queue,
      callback as never,
      source,
    ) as Promise<T>
  }

  it('carries consent and baggage to the queues of the list, by its telemetry', async () => {
    const metadata = await asAda(() => traced('mail', 3, async (told) => told))
    expect(await traced('mail', 4, async () => hear(), metadata)).toMatchObject(toldOfAda)
  })

  it('carries neither to others', async () => {
    const metadata = await asAda(() => traced('audit', 3, async (told) => told))
    expect(Object.keys(JSON.parse(metadata))).toEqual(['traceparent'])
  })

  it('carries them in the data of a job where the application says for which queue', async () => {
    const handle = observeJob('mail', async (_job: { readonly data: { readonly trace: object } }) => hear(), {
      headers: (job) => job.data.trace,
    })
    const trace = {}
    asAda(() => propagation.inject(withDestination(context.active(), 'bullmq:mail'), trace))
    expect(await context.with(ROOT_CONTEXT, () => handle({ data: { trace } }))).toMatchObject(toldOfAda)

    const silent = {}
    asAda(() => propagation.inject(context.active(), silent))
    expect(silent).toEqual({})
  })
})
