import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { routeCases } from '../consent/api/route-cases-fixture.ts'
import { documentPath, generateOpenApi } from './generate-openapi.ts'

interface Document {
  readonly openapi: string
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly summary?: string; readonly responses: object }>>>
  >
  readonly components: { readonly securitySchemes: object }
}

describe('the OpenAPI document', () => {
  const text = readFileSync(documentPath, 'utf8')
  const document = JSON.parse(text) as Document

  it('is what the routes give', () => {
    expect(text, 'run: node scripts/generate-openapi.ts').toBe(generateOpenApi())
  })

  it('has every route, each with a summary, an answer and the form of errors', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    )
    expect(operations.map(({ name }) => name).toSorted()).toEqual(Object.keys(routeCases).toSorted())
    for (const { name, operation } of operations) {
      expect(operation.summary, name).toMatch(/\w/u)
      expect(Object.keys(operation.responses).length, name).toBe(2)
      expect(operation.responses, name).toHaveProperty('default')
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual(['token', 'device'])
  })
})
