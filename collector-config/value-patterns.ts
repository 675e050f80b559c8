import { entityTypes } from '../policy/entities.ts'
import type { DataClass, Policy } from '../policy/policy.ts'
import { tokenProviders } from '../processors/redaction/rules/secrets/tokens/token-providers.ts'
import type { Way } from './ways.ts'

/**
 * By entity type: what the Collector looks for in values, in RE2 syntax, which is linear in time whatever the length; a
 * count such as `{1,64}` would only make the compiled pattern 64 times as big. A second net: without checksums, without the
 * words around, so coarser than the rules of `processors/redaction/rules`, from which the prefixes of tokens come. `person` has
 * none; of numbers only those whose way of writing tells them, or the word right before them.
 */
export const valuePatterns: Readonly<Record<string, readonly string[]>> = {
  secret: [
    '-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-[^-])*(?:-----END [A-Z ]*PRIVATE KEY-----)?',
    '\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?',
    '\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b',
    `\\b(?:${tokenPrefixes().join('|')})[A-Za-z0-9_-]{10,}`,
    '\\b(?:glpat|xox[abeoprs])-[A-Za-z0-9_-]{10,}',
    '\\b(?:sk|pk|rk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{20,}',
    '\\bAIza[A-Za-z0-9_-]{35}',
    '(?i)\\b(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}',
    // userinfo in a URL
    '//[^\\s/?#@]+@',
    '(?i)\\b(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key)\\\\?["\']?\\s*[:=]\\s*\\\\?["\']?[^\\s"\'\\\\&,;}]+',
  ],
  email: ["[\\pL\\pN._%+'-]+(?:@|%40)[\\pL\\pN.-]+\\.\\pL{2,}"],
  credit_card: [
    '\\b(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6(?:011|5[0-9]{2}|4[4-9][0-9])|35[0-9]{2})(?:[ -]?[0-9]{4}){3}\\b',
    '\\b3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}\\b',
  ],
  iban: ['\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b'],
  phone: ['\\+[0-9]{1,3}(?:[ ./()-]{0,3}[0-9]){7,12}\\b'],
  national_id: [
    '\\b[0-9]{3}-[0-9]{2}-[0-9]{4}\\b',
    // Brazil, Chile, Finland and Sweden, Korea, Switzerland
    '\\b[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}\\b',
    '\\b[0-9]{1,2}\\.[0-9]{3}\\.[0-9]{3}-[0-9Kk]\\b',
    '\\b[0-9]{6}[-+A][0-9]{3}[0-9A-Z]\\b',
    '\\b[0-9]{6}-[1-8][0-9]{6}\\b',
    '\\b756\\.[0-9]{4}\\.[0-9]{4}\\.[0-9]{2}\\b',
    announced('ssn|nino|nhs(?: number)?|national id|id number|social security(?: number)?|aadhaar|cpf|curp|pesel'),
  ],
  tax_id: [
    '\\b[0-9]{2}\\.[0-9]{3}\\.[0-9]{3}/[0-9]{4}-[0-9]{2}\\b',
    announced('vat(?: number| id| no)?|tax(?: id| number)|tin|ein|cnpj|ust-?id(?:nr)?|siret|siren'),
  ],
  bank_account: [announced('account (?:number|no)|acct(?: no)?|sort code|routing(?: number)?|aba|bic|swift')],
  passport: ['\\b[A-Z0-9<]{9}[0-9][A-Z]{3}[0-9]{7}[FMX<][0-9]{7}', announced('passport(?: number| no)?')],
  driving_licence: [
    '\\b[A-Z]{1,5}9{0,4}[0-9]{6}[A-Z9]{2}[0-9][A-Z]{2}\\b',
    announced("driv(?:er'?s?|ing) licen[cs]e(?: number| no)?|dln?"),
  ],
  vin: ['\\b[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]{2}[0-9]{5}\\b', announced('vin')],
  device_id: [announced('imei(?:sv)?|imsi|iccid|idfa|idfv|gaid|aaid|advertising id')],
  crypto_wallet: [
    '\\b0x[0-9A-Fa-f]{40}\\b',
    '\\b(?:bc1|tb1|ltc1)[ac-hj-np-z02-9]{25,}\\b',
    '\\b[13][1-9A-HJ-NP-Za-km-z]{25,33}\\b',
  ],
  coordinates: [
    '-?[0-9]{1,3}\\.[0-9]{4,}\\s?[,;]\\s?-?[0-9]{1,3}\\.[0-9]{4,}',
    announced('lat(?:itude)?|lng|lon(?:gitude)?'),
  ],
  date_of_birth: [
    '(?i)\\b(?:dob|date of birth|birth[ _-]?da(?:te|y)|born(?: on)?|geboren(?: am)?)["\']?[\\s:=]{1,3}["\']?[0-9]{1,4}[-./ ](?:[0-9]{1,2}|[a-z]+)[-./ ][0-9]{1,4}',
  ],
  address: [
    "\\b[0-9]{1,5}[A-Za-z]? (?:[A-Z][A-Za-z.'-]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct)\\b",
    '[A-Z]\\pL+(?:straße|strasse|str\\.|weg|platz|gasse|allee) [0-9]{1,4}[a-z]?\\b',
  ],
  ip: [
    // a last part of 0 is the network of an address, as generalisation gives it
    '\\b(?:[0-9]{1,3}\\.){3}[1-9][0-9]{0,2}\\b',
    '(?i)\\b[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}\\b',
    '(?i)\\b[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}\\b',
  ],
  mac: ['\\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\\b'],
  url_query: ['[?&][\\pL\\pN_.%\\[\\]-]+=[^\\s&#"\']*'],
}

/** A number behind the word that says what it is. */
function announced(words: string): string {
  return `(?i)\\b(?:${words})["']?[\\s:=#]{1,3}(?:is )?["']?[A-Z]{0,3}[0-9][0-9A-Z./ -]{4,}`
}

/** What tokens begin with that show by it alone, in the table of providers. */
function tokenPrefixes(): readonly string[] {
  const formats = tokenProviders.flatMap(({ formats }) => formats).filter(({ isToken }) => isToken === undefined)
  const prefixes = new Set(formats.flatMap((format) => format.prefixes))
  // a word such as `key-` begins too much else
  const isTelling = (prefix: string): boolean =>
    /^\w[\w-]{3,}$/u.test(prefix) && /[\d_]|[A-Z][a-z]|[a-z][A-Z]|-.+-/u.test(prefix)
  return [...prefixes].filter(isTelling).sort()
}

/** What is looked for on one way, the policy's own entities last. */
export function blockedValues(policy: Policy, way: Way): string[] {
  const actions: Readonly<Record<string, string>> = policy.redaction.actions
  const classes = new Map<string, DataClass>(entityTypes.map((entity) => [entity.type, entity.class]))
  const blocked = policy.redaction.entities.filter((type) => {
    const dataClass = classes.get(type)
    // only raw flows leave entities as they are, and only those of a class that they accept
    const stays = way.form === 'raw' && dataClass !== undefined && way.accepts.includes(dataClass)
    return !stays || Object.hasOwn(actions, type)
  })
  return [
    ...blocked.flatMap((type) => valuePatterns[type] ?? []),
    ...policy.redaction.custom.map(({ pattern }) => pattern),
  ]
}
