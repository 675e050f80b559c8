import { describe, expect, it } from 'vitest'
import { packageOf } from './package-of.ts'

describe('packageOf', () => {
  it.each([
    ['express', 'express'],
    ['pg/lib/client.js', 'pg'],
    ['@nestjs/core', '@nestjs/core'],
    ['@nestjs/core/router', '@nestjs/core'],
    ['node:http', 'http'],
    ['node:dns/promises', 'dns'],
    ['dns/promises', 'dns'],
    ['/app/node_modules/express/index.js', 'express'],
    ['file:///app/node_modules/a/node_modules/@s/b/c.mjs', '@s/b'],
    ['C:\\app\\node_modules\\express\\index.js', 'express'],
  ])('finds the package that %s leads into', (specifier, name) => {
    expect(packageOf(specifier)).toBe(name)
  })

  it.each([
    './express.js',
    '../express',
    '#internal',
    '/app/express.js',
    'file:///app/express.js',
    'data:text/javascript,',
  ])('gives nothing for %s, which is in no package of others', (specifier) => {
    expect(packageOf(specifier)).toBeUndefined()
  })
})
