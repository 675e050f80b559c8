import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { createClassifier, maxCachedKeys, maxKeyLength } from './classify.ts'

const classify = createClassifier(parsePolicy({}))

describe('the table of the conventions', () => {
  it.each([
    [
      'technical',
      'http.route http.request.method error.type service.name k8s.pod.name db.system.name gen_ai.usage.input_tokens code.function.name server.address faas.name thread.id telemetry.sdk.name network.protocol.version',
    ],
    ['interaction', 'app.screen.name app.widget.id geo.country.iso_code browser.language'],
    [
      'content',
      'url.query gen_ai.input.messages gen_ai.prompt gen_ai.tool.call.arguments exception.message db.query.text graphql.document url.fragment log.record.original',
    ],
    [
      'identifier',
      'user.id enduser.id session.id client.address db.user device.id process.owner host.ip net.sock.peer.addr feature_flag.context.id user_agent.original',
    ],
    ['sensitive', 'geo.location.lat geo.location.lon'],
    [
      'secret',
      'http.request.header.authorization http.request.header.cookie http.response.header.set-cookie db.connection_string',
    ],
  ])('knows what is %s', (dataClass, keys) => {
    for (const key of keys.split(' '))
      expect([key, classify(key)]).toEqual([
        key,
        expect.objectContaining({ class: dataClass, rule: `semconv: ${key}` }),
      ])
  })

  it.each([
    'express.type',
    'koa.name',
    'fastify.type',
    'nestjs.controller',
    'hapi.type',
    'http.status_code',
    'net.transport',
    'db.name',
    'messaging.destination',
    'aws.region',
    'rpc.grpc.status_code',
    'v8js.gc.type',
    'nodejs.eventloop.state',
    'next.route',
    'graphql.operation.name',
  ])('knows %s, which instrumentations set, as technical', (key) => {
    expect(classify(key).class).toBe('technical')
  })

  it.each([
    ['client.address', 'ip_network', 'content'],
    ['user_agent.original', 'user_agent_family', 'technical'],
    ['url.full', 'url_template', 'interaction'],
    ['url.path', 'path_template', 'interaction'],
    ['db.statement', 'sql_template', 'technical'],
    ['exception.stacktrace', 'stack_frames', 'technical'],
  ])('knows how %s is made general', (key, action, dataClass) => {
    expect(classify(key).generalise).toEqual({ action, class: dataClass })
  })

  it.each([
    ['http.request.header.x-request-start', 'content', 'semconv: http.request.header.*'],
    ['http.request.header.x-session-token', 'secret', 'pattern: *token*'],
    ['db.query.parameter.email', 'identifier', 'pattern: *email*'],
    ['process.environment_variable.PATH', 'secret', 'semconv: process.environment_variable.*'],
  ])('takes the more sensitive of template and name: %s', (key, dataClass, rule) => {
    expect(classify(key)).toEqual({ class: dataClass, rule })
  })
})

describe('the words of unknown keys', () => {
  it.each([
    ['app.dbPassword', 'secret'],
    ['ACCESS_TOKEN', 'secret'],
    ['x.api-key', 'secret'],
    ['acme.patient.note', 'sensitive'],
    ['hr.diagnosis_code', 'sensitive'],
    ['app.userEmail', 'identifier'],
    ['customer_id', 'identifier'],
    ['shop.customer.id', 'identifier'],
    ['firstName', 'identifier'],
    ['app.prompt', 'content'],
    ['errorMessage', 'content'],
    ['search_query', 'content'],
    ['app.input_tokens', 'technical'],
    ['llm.token_count', 'technical'],
    ['queue.messageCount', 'technical'],
    ['app.feature', 'unclassified'],
    ['tokenizer', 'unclassified'],
    ['sort', 'unclassified'],
    ['', 'unclassified'],
  ])('%s is %s', (key, dataClass) => {
    expect(classify(key).class).toBe(dataClass)
  })

  it('names the pattern that decided', () => {
    expect(classify('app.userEmail').rule).toBe('pattern: *email*')
    expect(classify('app.feature').rule).toBe('unknown key')
  })
})

describe('the policy', () => {
  const own = createClassifier(
    parsePolicy({
      classification: {
        'app.*': 'interaction',
        'app.customer.*': 'identifier',
        'app.customer.tier': 'technical',
        'url.full': 'technical',
        'db.query.text': 'secret',
        'privity.*': 'technical',
      },
    }),
  )

  it('decides before the table and the words, the most specific pattern first', () => {
    expect(own('app.email')).toEqual({ class: 'interaction', rule: 'policy: app.*' })
    expect(own('app.customer.name')).toEqual({ class: 'identifier', rule: 'policy: app.customer.*' })
    expect(own('app.customer.tier')).toEqual({ class: 'technical', rule: 'policy: app.customer.tier' })
    expect(own('other.email').class).toBe('identifier')
  })

  it('keeps the general form of a key that it lowers, and drops that of one that it raises', () => {
    expect(own('url.full')).toMatchObject({ class: 'technical', generalise: { action: 'url_template' } })
    expect(own('db.query.text')).toEqual({ class: 'secret', rule: 'policy: db.query.text' })
  })

  it('cannot open the keys that are ours', () => {
    expect(own('privity.subject')).toEqual({ class: 'secret', rule: 'reserved: privity.*' })
    expect(own('privity.flow')).toEqual({ class: 'technical', rule: 'privity: privity.flow' })
    expect(classify('privity')).toEqual({ class: 'secret', rule: 'reserved: privity.*' })
  })
})

describe('limits', () => {
  it('remembers as many keys as its limit, and decides the next one anew each time, alike', () => {
    const bounded = createClassifier(parsePolicy({ classification: { 'a.*': 'content' } }))
    for (let index = 1; index < maxCachedKeys; index++) bounded(`a.${index}`)
    expect(bounded('a.last')).toBe(bounded('a.last'))
    expect(bounded('a.past')).not.toBe(bounded('a.past'))
    expect(bounded('a.past')).toEqual(bounded('a.last'))
    expect(bounded('a.1')).toBe(bounded('a.1'))
  })

  it('reads a key at its longest, and knows nothing of a longer one', () => {
    const key = 'a'.repeat(maxKeyLength - 6)
    expect(classify(`${key}.email`).class).toBe('identifier')
    expect(classify(`${key}a.email`)).toEqual({ class: 'unclassified', rule: 'unknown key' })
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('knows nothing of %s', (key) => {
    expect(classify(key).class).toBe('unclassified')
  })
})
