import { afterEach, describe, expect, it } from 'vitest'
import { createResource } from './resource.ts'

describe('createResource', () => {
  afterEach(() => {
    delete process.env.OTEL_SERVICE_NAME
    delete process.env.OTEL_RESOURCE_ATTRIBUTES
  })

  it('takes what OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say', () => {
    process.env.OTEL_SERVICE_NAME = 'shop'
    process.env.OTEL_RESOURCE_ATTRIBUTES = 'deployment.environment.name=test,host.name=written'
    const { attributes } = createResource({})
    expect(attributes).toMatchObject({
      'service.name': 'shop',
      'deployment.environment.name': 'test',
      'host.name': 'written',
    })
    expect(attributes).toHaveProperty(['service.instance.id'])
    expect(attributes).toHaveProperty(['process.pid'])
  })

  it('finds out only what OTEL_NODE_RESOURCE_DETECTORS names', () => {
    expect(createResource({ OTEL_NODE_RESOURCE_DETECTORS: ['os'] }).attributes).toHaveProperty(['os.type'])
    expect(createResource({ OTEL_NODE_RESOURCE_DETECTORS: ['os'] }).attributes).not.toHaveProperty(['process.pid'])
    expect(createResource({ OTEL_NODE_RESOURCE_DETECTORS: ['none'] }).attributes).not.toHaveProperty(['os.type'])
  })
})
