import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../policy/entities.ts'
import type { CustomEntity } from '../../policy/policy.ts'
import { createDetector } from './create-detector.ts'

const all = { entities: entityTypes.map(({ type }) => type), custom: [], actions: {} }
const detect = createDetector(all)

/** `type: text` of each entity. */
function found(text: string, find = detect): readonly string[] {
  return find(text).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)
}

const hex32 = '0123456789abcdef0123456789abcdef'
const letters36 = 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'

describe('what is found', () => {
  it.each([
    ['ask bob@example.com, please', ['email: bob@example.com']],
    ["'o'brien+tag@mail.example.co.uk'", ["email: o'brien+tag@mail.example.co.uk"]],
    ['user=bob%40example.com&x', ['email: bob%40example.com']],
    ['jörg@müller.example', ['email: jörg@müller.example']],
    ['<a@b.io>; mailto:c@d.io...', ['email: a@b.io', 'email: c@d.io']],
  ])('e-mail addresses: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['+49 30 901820', ['phone: +49 30 901820']],
    ['+1-415-555-0132', ['phone: +1-415-555-0132']],
    ['(415) 555-0132', ['phone: (415) 555-0132']],
    ['from 415-555-0132 today', ['phone: 415-555-0132']],
    ['020 7946 0958', ['phone: 020 7946 0958']],
    ['06 12 34 56 78', ['phone: 06 12 34 56 78']],
    ['tel.: 01512 3456789', ['phone: 01512 3456789']],
    ['call me at 4155550132', ['phone: 4155550132']],
    ['0049 30 901820', ['phone: 0049 30 901820']],
    ['555-123-4567', ['phone: 555-123-4567']],
    ['tel=%2B4930901820', ['phone: %2B4930901820']],
  ])('telephone numbers: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['DE89370400440532013000', ['iban: DE89370400440532013000']],
    ['to GB29 NWBK 6016 1331 9268 19.', ['iban: GB29 NWBK 6016 1331 9268 19']],
    ['fr1420041010050500013m02606', ['iban: fr1420041010050500013m02606']],
    ['IBAN NL91ABNA0417164300 and BE68539007547034', ['iban: NL91ABNA0417164300', 'iban: BE68539007547034']],
  ])('bank accounts: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['4111111111111111', ['credit_card: 4111111111111111']],
    ['card 5555 5555 5555 4444 exp', ['credit_card: 5555 5555 5555 4444']],
    ['3782-822463-10005', ['credit_card: 3782-822463-10005']],
    ['{"pan":"6011111111111117"}', ['credit_card: 6011111111111117']],
    ['order 12 4111 1111 1111 1111 99', ['credit_card: 4111 1111 1111 1111']],
    ['card: 4000000000000000006', ['credit_card: 4000000000000000006']],
  ])('payment cards: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['192.0.2.17:443', ['ip: 192.0.2.17']],
    ['http://10.1.2.3/x', ['ip: 10.1.2.3']],
    ['/10.251.73.220:50010', ['ip: 10.251.73.220']],
    ['host/10.190.173.170', ['ip: 10.190.173.170']],
    ['from 192.168.1.77/24.', ['ip: 192.168.1.77/24']],
    ['[2001:db8::8a2e:370:7334]:443', ['ip: 2001:db8::8a2e:370:7334']],
    ['::ffff:192.0.2.17', ['ip: ::ffff:192.0.2.17']],
    ['fe80::1ff:fe23:4567:890a%eth0', ['ip: fe80::1ff:fe23:4567:890a%eth0']],
    ['00:1b:44:11:3a:b7', ['mac: 00:1b:44:11:3a:b7']],
    ['(00-1B-44-11-3A-B7)', ['mac: 00-1B-44-11-3A-B7']],
    ['001b.4411.3ab7', ['mac: 001b.4411.3ab7']],
  ])('addresses of machines: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['US', 'ssn 123-45-6789'],
    ['US, without dashes', 'SSN: 123456789'],
    ['GB NINO', 'AB 12 34 56 C'],
    ['GB NHS', 'NHS number 943 476 5919'],
    ['DE', 'Steuer-ID 86095742719'],
    ['FR', '255081416802538'],
    ['ES DNI', 'DNI 12345678Z'],
    ['ES NIE', 'X1234567L'],
    ['IT', 'RSSMRA85T10A562S'],
    ['NL', 'BSN 123456782'],
    ['PL', 'PESEL 44051401359'],
    ['SE', '811228-9874'],
    ['FI', '131052-308T'],
    ['DK', 'CPR 070761-4285'],
    ['CH', '756.9217.0769.85'],
    ['AT', 'SVNR 1237 010180'],
    ['BE', '85.07.30-033.28'],
    ['PT', 'NIF 123456789'],
    ['BR', '123.456.789-09'],
    ['IN', '2341 2341 2346'],
    ['CA', 'SIN 046 454 286'],
    ['AU', 'TFN 123 456 782'],
    ['CN', '11010519491231002X'],
    ['SG', 'S1234567D'],
  ])('numbers that a state gives: %s %s', (_, text) => {
    const [entity, ...others] = detect(text)
    expect(entity?.type).toBe('national_id')
    expect(entity?.end).toBe(text.length)
    expect(others).toEqual([])
  })

  it.each([
    ['AKIAIOSFODNN7EXAMPLE'],
    [`ghp_${letters36}`],
    [`github_pat_${letters36}`],
    [`glpat-${letters36.slice(0, 20)}`],
    ['xoxb-123456789012-abcdefghijkl'],
    [`sk_live_${letters36}`],
    [`AIza${letters36.slice(0, 35)}`],
    [`sk-ant-api03-${letters36}`],
    [`sk-proj-${letters36}`],
    [`sk-${letters36}`],
    [`npm_${letters36}`],
    [`SK${hex32}`],
    [`SG.${letters36.slice(0, 22)}.${letters36}abcdefg`],
    ['abc8Q~abcdefghijklmnopqrstuvwxyz01234567'],
    [`123456789:AA${letters36.slice(0, 33)}`],
    [`MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.${letters36.slice(0, 27)}`],
    [`shpat_${hex32}`],
    [`hf_${letters36.slice(0, 34)}`],
    [`dop_v1_${hex32}${hex32}`],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----'],
    ['-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN'],
  ])('keys: %s', (key) => {
    expect(found(`using ${key}`)).toEqual([`secret: ${key}`])
  })

  it.each([
    ['postgres://app:p%40ss@db.example:5432/x', ['secret: app:p%40ss']],
    ['https://token123@github.com/x.git', ['secret: token123']],
    ['Bearer 3f2a9c1b7d', ['secret: 3f2a9c1b7d']],
    [`Basic ${Buffer.from('bob:pw').toString('base64')}`, [`secret: ${Buffer.from('bob:pw').toString('base64')}`]],
    ['Authorization: Digest username="bob", nonce="1"', ['secret: Digest username="bob", nonce="1"']],
    ["curl -H 'Authorization: Bearer x1' https://a.example", ['secret: Bearer x1']],
    ['{"authorization":"Bearer x1","a":1}', ['secret: Bearer x1']],
    ['cookie: sid=1; theme=dark', ['secret: sid=1; theme=dark']],
    ['password=hunter2', ['secret: hunter2']],
    ['{"password":"hun ter2","a":1}', ['secret: hun ter2']],
    ['{\\"apiKey\\":\\"abc123\\"}', ['secret: abc123']],
    ["db_password: 'x y'", ['secret: x y']],
    ['clientSecret => s3cr3t', ['secret: s3cr3t']],
    ['login --password hunter2 --verbose', ['secret: hunter2']],
    ['my password is hunter2.', ['secret: hunter2']],
    ['SECRET_KEY=abc', ['secret: abc']],
    ['Ihr Passwort: geheim1', ['secret: geheim1']],
    ['your verification code is 123456', ['secret: 123456']],
    ['AccountKey=abc/def+ghi==;EndpointSuffix=x', ['secret: abc/def+ghi==']],
    ['https://x.example/cb?code=1&access_token=abc', ['url_query: 1', 'secret: abc']],
  ])('credentials: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['GET /search?q=ada+lovelace&page=2', ['url_query: ada+lovelace', 'url_query: 2']],
    ['https://a.example/#state=x', ['url_query: x']],
    ['/a?mail=bob@example.com', ['email: bob@example.com']],
  ])('values in URLs: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })

  it.each([
    ['Dr. Ada Lovelace called', ['person: Ada Lovelace']],
    ['{"firstName":"Ada","lastName":"Lovelace"}', ['person: Ada', 'person: Lovelace']],
    ['Dear Ada,\nI am lost.\nBest regards,\nBob Smith', ['person: Ada', 'person: Bob Smith']],
    ['/home/ada/app/index.js', ['person: ada']],
    ['C:\\Users\\Ada\\app', ['person: Ada']],
  ])('names where something announces one: %s', (text, entities) => {
    expect(found(text)).toEqual(entities)
  })
})

describe('entities of the policy', () => {
  const ticket: CustomEntity = { name: 'ticket', pattern: 'TCK-\\d{6}', class: 'identifier', action: 'tokenise' }

  it('are found by their patterns', () => {
    const find = createDetector({ ...all, custom: [ticket] })
    expect(found('see TCK-123456 and TCK-654321', find)).toEqual(['ticket: TCK-123456', 'ticket: TCK-654321'])
    expect(found('[ticket:1] [ticket]', find)).toEqual([])
  })

  it('count UTF-16 units, as JavaScript does', () => {
    const find = createDetector({ ...all, custom: [ticket] })
    expect(found('🙂🙂 TCK-123456 ü', find)).toEqual(['ticket: TCK-123456'])
  })

  it('cannot loop on a pattern that matches nothing', () => {
    const find = createDetector({ ...all, custom: [{ ...ticket, pattern: 'x*' }] })
    expect(found('axxb', find)).toEqual(['ticket: xx'])
  })
})

describe('overlapping entities', () => {
  it('become one over all of them, of the more sensitive type', () => {
    expect(found('https://x.example/?token=bob@example.com')).toEqual(['secret: bob@example.com'])
    const find = createDetector({
      ...all,
      custom: [{ name: 'mine', pattern: 'ask bob', class: 'identifier', action: 'mask' }],
    })
    expect(found('ask bob@example.com', find)).toEqual(['mine: ask bob@example.com'])
  })

  it('are sorted and apart', () => {
    const text = 'a@b.io 192.0.2.1 4111111111111111 password=x1 c@d.io'
    const entities = detect(text)
    for (const [index, { start, end }] of entities.entries()) {
      expect(end).toBeGreaterThan(start)
      expect(start).toBeGreaterThanOrEqual(entities[index - 1]?.end ?? 0)
    }
    expect(entities.length).toBe(5)
  })
})
