import type { EntityKind } from './entity-kind.ts'
import type { LabelledText } from './labelled-text.ts'
import type { Random } from './random.ts'

/** A way in which a value gets into telemetry: `{value}` stands for it, `{called}` and `{key}` for what it is called there. */
interface Carrier {
  readonly source: string
  readonly forms: readonly string[]
  /** How the value is written there. */
  readonly encode?: (value: string) => string
}

/** For values that show by themselves. */
const bare: readonly Carrier[] = [
  {
    source: 'chat',
    forms: [
      'hi, can you check {value} for me?',
      'I think {value} is still in the old system, could you remove it',
      'bitte {value} aus dem Verteiler nehmen, danke',
      'c’est bien {value} ? merci',
      'please use {value} instead from now on.',
      'necesito cambiar {value} lo antes posible',
    ],
  },
  {
    source: 'log line',
    forms: [
      '2026-11-23T10:36:18.123Z WARN c.e.i.ImportJob - skipped row 17: {value}',
      '[worker-3] INFO matched "{value}" against 3 rules in 4 ms',
      'level=error ts=1795430178 msg="duplicate entry" entry="{value}" retry=2',
      'ERROR: duplicate key value violates unique constraint "users_key" DETAIL: Key ({key})=({value}) already exists.',
    ],
  },
  {
    source: 'exception',
    forms: [
      "TypeError: cannot read '{value}' at Import.parse (/srv/app/import.js:41:13)",
      'java.lang.IllegalArgumentException: unexpected input: {value}\n\tat com.example.Parser.parse(Parser.java:88)',
    ],
  },
]

/** For all values: something says what they are. */
const named: readonly Carrier[] = [
  {
    source: 'support ticket',
    forms: [
      'my {called} is {value}',
      'Customer called and gave {called} {value}, please update the record.',
      'The {called} on file ({value}) is wrong.',
      '{called}: {value}',
      'Hello, I would like to change my {called} to {value}. Regards',
      'For verification here is my {called} {value}',
    ],
  },
]

/** For values with a field's name. */
const fields: readonly Carrier[] = [
  {
    source: 'JSON',
    forms: [
      '{"id":17,"{key}":"{value}","active":true}',
      '{"event":"profile.updated","data":{"{key}":"{value}"},"v":2}',
      '[{"op":"replace","path":"/x","{key}": "{value}"}]',
    ],
    encode: (value) => JSON.stringify(value).slice(1, -1),
  },
  {
    source: 'log fields',
    forms: [
      'level=info msg="user saved" {key}="{value}" duration=12ms',
      '2026-11-23 10:36:18 DEBUG update {key}={value} status=ok',
      'Updating row 4711: {key}: {value}',
    ],
  },
  {
    source: 'SQL',
    forms: [
      "UPDATE customers SET {key} = '{value}' WHERE id = 17",
      "SELECT id FROM customers WHERE {key}='{value}' LIMIT 1",
    ],
    encode: (value) => value.replaceAll("'", "''"),
  },
  {
    source: 'query string',
    forms: ['/api/v1/lookup?{key}={value}', 'https://shop.example/check?{key}={value}'],
    encode: encodeURIComponent,
  },
  { source: 'form', forms: ['csrf=none&{key}={value}&submit=Save'], encode: encodeURIComponent },
  { source: 'XML', forms: ['<customer><{key}>{value}</{key}><active>1</active></customer>'] },
]

/** A text with a value of a kind in it, as a person or a program would write it. */
export function carry(random: Random, kind: EntityKind): LabelledText {
  const carriers = [...(kind.keys.length > 0 ? fields : []), ...(kind.called === undefined ? bare : named)]
  const carrier = random.pick(kind.type === 'url_query' ? urls : carriers)
  const value = kind.write(random)
  const written = carrier.encode?.(value) ?? value
  const { called = [''], keys } = kind
  const key = random.pick(keys.length === 0 ? ['field'] : keys)
  const form = random
    .pick(carrier.forms)
    .replaceAll('{called}', () => random.pick(called))
    .replaceAll('{key}', key)
  const start = form.indexOf(place)
  return {
    text: form.replace(place, () => written),
    labels: [{ type: kind.type, start, end: start + written.length }],
    source: carrier.source,
  }
}

const place = '{value}'

const urls: readonly Carrier[] = [
  {
    source: 'URL',
    forms: [
      'GET https://shop.example/search?q={value}',
      'https://app.example.com/tickets?filter={value}',
      'Referer: https://www.example.org/results?query={value}',
      'navigated to /find?term={value}',
    ],
  },
]
