import type { DataClass } from '../../policy/policy.ts'

/**
 * Words in the names of keys that no convention knows, by class, the most sensitive first: the first match decides.
 *
 * `user.id` is a run of whole words, however the key writes them: `app.user.id`, `user_id`, `userId`, `USER-ID`. A `*` at
 * an end lets the word go on there: `*password*` is also in `dbpassword1`.
 */
export const wordsByClass: readonly (readonly [DataClass, string])[] = [
  [
    'secret',
    `*password* *passwd* *passphrase* passcode pwd *secret* token *apikey* api.key *authorization* *cookie* *credential*
    private.key access.key account.key signing.key encryption.key auth.key client.key ssh.key license.key bearer jwt
    csrf xsrf otp totp cvv cvc cvv2 pin pin.code connection.string dsn`,
  ],
  [
    'sensitive',
    `*diagnos* *religio* *health* *medical* *medication* *disease* *illness* *disabilit* *ethnic* race *political* *sexual*
    gender.identity *biometric* *genetic* fingerprint.template faceid *criminal* conviction *pregnan* *union.member*
    patient salary income credit.score ssn social.security.number national.id nationalid tax.id taxid nino card.number
    cardnumber credit.card creditcard pan latitude longitude lat lon lng coordinates geolocation gps`,
  ],
  [
    'identifier',
    `*email* mail *phone* mobile.number msisdn fax user.id userid user.name username user login login.name account.id
    accountid account.number customer customer.id customerid client.id member.id subscriber.id person person.id
    employee.id contact contact.id visitor.id player.id driver.id lead.id profile.id session.id sessionid sid
    device.id deviceid advertising.id idfa gaid imei imsi first.name firstname last.name lastname full.name fullname
    middle.name given.name givenname family.name familyname surname nickname maiden.name display.name birth.name
    cardholder street address.line postal.code postcode zip zip.code zipcode address home.address billing.address
    shipping.address birthday birthdate birth.date date.of.birth dob *passport* drivers.license driver.license *iban*
    bic bank.account vat.id *ipaddress* ip ip.address ipv4 ipv6 client.ip remote.ip remote.addr x.forwarded.for
    mac.address author owner assignee recipient sender signature gender subject.id whois *fingerprint*
    distinct.id anonymous.id twitter linkedin facebook instagram license.plate vin`,
  ],
  [
    'content',
    `*prompt* *message* *query* *body* *text* *content* *comment* *description* note notes subject title *payload* input
    output arguments args params parameters search keyword keywords transcript utterance answer question reply response
    request form field.value url uri href referer referrer path filename file.name file.path sql statement document data
    user.agent`,
  ],
]

/** `prompt_tokens`, `message.count`: a quantity of what would itself be content or a token. */
const quantities = /(?:^|\.)(?:tokens|token\.(?:count|limit|usage|budget|type)|count|size|bytes|length|duration)$/u

interface WordPattern {
  readonly class: DataClass
  readonly rule: string
  readonly search: string
}

const patterns: readonly WordPattern[] = wordsByClass.flatMap(([dataClass, words]) =>
  words.split(/\s+/u).map((word) => {
    const search = `${word.startsWith('*') ? '' : '.'}${word.replaceAll('*', '')}${word.endsWith('*') ? '' : '.'}`
    const shown = word.includes('*') ? word : `*${word}*`
    return { class: dataClass, rule: `pattern: ${shown}`, search }
  }),
)

/**
 * Guesses from the words of a key what its values hold.
 *
 * @returns `undefined` if no word says anything
 * @example classifyByPattern('acme.customerEmail') // { class: 'identifier', rule: 'pattern: *email*' }
 */
export function classifyByPattern(key: string): { readonly class: DataClass; readonly rule: string } | undefined {
  const words = `.${wordsOf(key)}.`
  const found = patterns.find((pattern) => words.includes(pattern.search))
  if (found === undefined) return undefined
  const countable = found.class === 'content' || found.search === '.token.'
  if (countable && quantities.test(words.slice(1, -1))) return { class: 'technical', rule: 'pattern: *.count' }
  return { class: found.class, rule: found.rule }
}

/** The words of a key in lower case, with dots between them. `appUser_ID` is `app.user.id`. */
function wordsOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/gu, '$1.$2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1.$2')
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .toLowerCase()
}
