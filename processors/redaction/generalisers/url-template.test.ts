import { describe, expect, it } from 'vitest'
import { pathTemplate } from './path-template.ts'
import { urlTemplate } from './url-template.ts'

describe('urlTemplate', () => {
  it.each([
    ['https://shop.example/orders/4711?from=mail#top', 'https://shop.example/orders/{id}'],
    ['https://bob:pw@shop.example:8443/sign-in', 'https://shop.example:8443/sign-in'],
    ['http://localhost:3000', 'http://localhost:3000/'],
    ['wss://chat.example/rooms/AbC', 'wss://chat.example/rooms/{id}'],
    ['/tickets/4711?page=2', '/tickets/{id}'],
  ])('keeps the host and plain words of the path: %s', (url, template) => {
    expect(urlTemplate(url)).toBe(template)
  })

  it('is idempotent', () => {
    expect(urlTemplate('https://shop.example/orders/{id}')).toBe('https://shop.example/orders/{id}')
  })

  it.each([
    '',
    'tickets',
    'mailto:bob@example.com',
    'data:text/plain,bob',
    'file:///home/bob/x',
    '//bob.example/x',
    'javascript:x',
  ])('gives nothing for %s', (url) => {
    expect(urlTemplate(url)).toBeUndefined()
  })
})

describe('pathTemplate', () => {
  it.each([
    ['/', '/'],
    ['/api/v2/tickets/', '/api/v2/tickets/'],
    ['/tickets/4f3a/comments', '/tickets/{id}/comments'],
    ['/users/ada/settings', '/users/{id}/settings'],
    ['/users/me/settings', '/users/me/settings'],
    ['/search/diabetes', '/search/{id}'],
    ['/static/app.js', '/static/app.js'],
    ['/reports/Ada%20Lovelace', '/reports/{id}'],
    ['/münchen', '/{id}'],
    ['/averyveryverylongwordthatmaybeanid', '/{id}'],
    [`/${'a/'.repeat(20)}`, `/${'a/'.repeat(16)}{id}`],
  ])('makes a template of %s', (path, template) => {
    expect(pathTemplate(path)).toBe(template)
    expect(pathTemplate(template)).toBe(template)
  })

  it('takes the star of an OPTIONS request, and no other thing that is no path', () => {
    expect(pathTemplate('*')).toBe('*')
    expect(pathTemplate('tickets/4711')).toBeUndefined()
  })
})
