import type { FieldRule, Span, ValueStart } from '../rule.ts'
import { localityEnd } from './locality.ts'

/** Values of fields for postal addresses that look like one: `shipping_address`, `street`, `Anschrift`. */
export const addressField: FieldRule = {
  kind: 'field',
  name: 'address_field',
  type: 'address',
  title: 'Value of a field for a postal address',
  source: 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill',
  confidence: 0.85,
  names: [
    ...['address', 'street address', 'street', 'street name', 'address line', 'address line 1', 'address line 2'],
    ...[
      'address 1',
      'address 2',
      'addr line 1',
      'shipping address',
      'billing address',
      'home address',
      'mailing address',
    ],
    ...['postal address', 'delivery address', 'residential address', 'work address', 'current address', 'full address'],
    ...[
      'permanent address',
      'street line',
      'address street',
      'place of residence',
      'residence',
      'adresse',
      'anschrift',
    ],
    ...['wohnanschrift', 'postanschrift', 'strasse', 'straße', 'strasse und hausnummer', 'rechnungsadresse'],
    ...['lieferadresse', 'rechnungsanschrift', 'lieferanschrift', 'adresse postale', 'adresse de livraison'],
    ...['adresse de facturation', 'rue', 'direccion', 'domicilio', 'direccion de envio', 'calle', 'indirizzo'],
    ...['indirizzo di residenza', 'residenza', 'endereco', 'morada', 'logradouro', 'adres', 'straatnaam', 'ulica'],
    ...[
      'adres zamieszkania',
      'gatuadress',
      'adress',
      'postadress',
      'osoite',
      'katuosoite',
      'adresa',
      'cim',
      'lakcim',
      'adres ev',
    ],
  ],
  read(text, value) {
    if (otherAddresses.test(text.slice(Math.max(0, value.start - 40), value.start))) return undefined
    return value.quote === '' ? unquoted(text, value) : quoted(text, value)
  },
}

/** `ip address`, `server.address`, `remote_address`, `memory address`. */
const otherAddresses =
  /(?:ip|ipv[46]|mac|e-?mail|mail|server|client|peer|host|bind|remote|local|listen|listener|network|net|sock|socket|source|destination|src|dst|target|memory|virtual|physical|base|start|return|contract|wallet|token|from|to|web|http|url|public|private|hardware|bus|pci|link|node|service|cluster|broker|proxy|gateway|load|internal|external|advertised|discovery|endpoint|api|smtp|bitcoin|btc|eth|ethereum|crypto|deposit|withdrawal|payout|sender|receiver|recipient)[\s._-]{0,2}address(?:es)?\W{1,6}(?:(?:is|was)\W{1,3})?$/iu

const maxLength = 160

function quoted(text: string, { start, quote }: ValueStart): Span | undefined {
  const length = text.slice(start, start + maxLength).indexOf(quote)
  return length > 0 && isAddress(text.slice(start, start + length)) ? { start, end: start + length } : undefined
}

/** Up to the comma, and on with the town if one follows. */
function unquoted(text: string, { start }: ValueStart): Span | undefined {
  const written =
    /^[\p{L}\p{N}#][\p{L}\p{M}\p{N} .'’#/-]{3,80}/u.exec(text.slice(start, start + 81))?.[0].trimEnd() ?? ''
  const street = streetLine.exec(written)?.[0].trimEnd()
  if (street === undefined || !isAddress(street)) return undefined
  return { start, end: localityEnd(text, start + street.length) }
}

const word = String.raw`(?:\p{Lu}[\p{L}\p{M}'’-]{0,24}\.?|[0-9]{1,3}(?:st|nd|rd|th)|(?:de|la|le|du|des|of|the|van|der|den|von|am|del|di|da|do|dos)(?!\p{L}))`
/** `123 N Main St Apt 4`, `Am Markt 1`: not the words of a sentence behind it. */
const streetLine = new RegExp(
  String.raw`^(?:[0-9]{1,5}[A-Za-z]?(?:[-/][0-9]{1,4})?,? ${word}(?: ${word}){0,5}(?: #?[0-9]{1,5}[A-Za-z]?)?|${word}(?: ${word}){0,5} [0-9]{1,4} ?[a-zA-Z]?(?:[-/][0-9]{1,4}[a-z]?)?)(?![\p{L}\p{N}]|[.:][0-9])`,
  'u',
)

/** Words and a number of a house; nothing that only programs have. */
function isAddress(value: string): boolean {
  if (/[@={}<>\\[\]_|]|:\/\/|0x|::|\d\.\d|:\d|localhost/u.test(value)) return false
  const words = value.match(/\p{L}[\p{L}\p{M}'’-]{2,}/gu) ?? []
  return (
    words.length > 0 &&
    /(?<![\p{L}\p{N}])\d{1,5}[A-Za-z]?(?![\p{L}\p{N}])/u.test(value) &&
    !words.some((name) => things.has(name.toLowerCase()))
  )
}

const things = new Set(
  `server node host port already use error failed invalid null undefined address interface eth lan wan unknown missing
  required must not found cluster pod container device bytes offset page segment unix tcp udp http https block index row
  line column file function`.split(/\s+/u),
)
