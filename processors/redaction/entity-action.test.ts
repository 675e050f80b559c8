import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { Flow, Form, Policy } from '../../policy/policy.ts'
import { createEntityRedactor, createTokenScope, type RedactionScope, unclean } from './entity-action.ts'
import { createPseudonyms } from './pseudonyms.ts'

const pseudonyms = createPseudonyms({ key: 'a secret of at least thirty-two characters' })

function flowOf(
  form: Form,
  accepts: Flow['accepts'] = ['technical', 'interaction', 'content', 'identifier', 'sensitive'],
): Flow {
  return { name: 'f', purposes: ['personalization'], form, accepts, to: { otlp: {} }, retentionSeconds: 60 }
}

function scopeOf(): RedactionScope & { readonly remarks: string[] } {
  const remarks: string[] = []
  return {
    tenant: 'acme',
    tokens: createTokenScope(),
    remarks,
    remark: (rule, action) => remarks.push(`${rule}:${action}`),
  }
}

function redactor(form: Form, policy: Policy = parsePolicy({}), accepts?: Flow['accepts']) {
  return createEntityRedactor({ policy, flow: flowOf(form, accepts), pseudonyms })
}

const text = 'bob@example.com and eve@example.com, Bob@Example.com, 4111111111111111, password=hunter2'

describe('by the form of the flow', () => {
  it('raw keeps what the flow accepts, and never a secret', () => {
    expect(redactor('raw')(text, scopeOf())).toBe(text.replace('hunter2', '[secret]'))
    expect(redactor('raw', parsePolicy({}), ['content'])('bob@example.com', scopeOf())).toBe('[email]')
  })

  it('pseudonymous numbers values, and removes secrets', () => {
    expect(redactor('pseudonymous')(text, scopeOf())).toBe(
      '[email:1] and [email:2], [email:1], [credit_card:1], password=[secret]',
    )
  })

  it.each(['anonymous', 'aggregate'] as const)('%s leaves only the kind', (form) => {
    expect(redactor(form)(text, scopeOf())).toBe('[email] and [email], [email], [credit_card], password=[secret]')
  })

  it('numbers on within one scope, and anew in another', () => {
    const redact = redactor('pseudonymous')
    const scope = scopeOf()
    expect(redact('a@x.org', scope)).toBe('[email:1]')
    expect(redact('b@x.org a@x.org', scope)).toBe('[email:2] [email:1]')
    expect(redact('b@x.org', scopeOf())).toBe('[email:1]')
  })
})

describe('by the policy', () => {
  const policy = parsePolicy({
    redaction: {
      actions: {
        email: 'pseudonymise',
        phone: 'hash',
        ip: 'generalise',
        mac: 'generalise',
        iban: 'remove',
        secret: 'tokenise',
      },
      custom: [{ name: 'ticket', pattern: 'TCK-\\d{6}', action: 'tokenise' }],
    },
  })
  const full = 'a@x.org +49 30 901820 192.0.2.17 00:1b:44:11:3a:b7 DE89370400440532013000 token=x1y2 TCK-123456'

  it('each type has the action that the policy names', () => {
    const email = pseudonyms.pseudonym('f', 'acme', 'email', 'a@x.org')
    const phone = pseudonyms.hash('f', 'acme', 'phone', '+49 30 901820')
    const expected = `${email} ${phone} 192.0.2.0/24 [mac] [iban] token=[secret:1] [ticket:1]`
    expect(redactor('pseudonymous', policy)(full, scopeOf())).toBe(expected)
    expect(redactor('raw', policy)(full, scopeOf())).toBe(expected)
  })

  it('nothing that links two texts gets into an anonymous flow', () => {
    expect(redactor('anonymous', policy)(full, scopeOf())).toBe(
      '[email] [phone] 192.0.2.0/24 [mac] [iban] token=[secret] [ticket]',
    )
  })
})

describe('a redacted text', () => {
  it.each(['pseudonymous', 'anonymous', 'raw'] as const)('stays as it is: %s', (form) => {
    const redact = redactor(form)
    const once = redact(text, scopeOf())
    expect(redact(once, scopeOf())).toBe(once)
  })

  it('is the same text where nothing was found, and no remark is made', () => {
    const scope = scopeOf()
    expect(redactor('anonymous')('GET /tickets', scope)).toBe('GET /tickets')
    expect(scope.remarks).toEqual([])
  })

  it('tells the rule and the action for each entity, without data', () => {
    const scope = scopeOf()
    redactor('pseudonymous')(text, scope)
    expect(scope.remarks.sort()).toEqual([
      'entity/credit_card:tokenise',
      'entity/email:tokenise',
      'entity/email:tokenise',
      'entity/email:tokenise',
      'entity/secret:remove',
    ])
  })

  it('goes as a whole if each replacement lays the next entity bare', () => {
    // the pattern needs the mark of the one before: a chain as long as the text
    const policy = parsePolicy({
      redaction: { custom: [{ name: 'chain', pattern: '^(\\[chain\\])*x', action: 'mask' }] },
    })
    const redact = redactor('anonymous', policy)
    expect(redact('x'.repeat(7), scopeOf())).toBe('[chain]'.repeat(7))
    expect(redact('x'.repeat(8), scopeOf())).toBe(unclean)
  })
})
