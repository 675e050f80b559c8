import type { DataClass } from '../policy/policy.ts'

/**
 * The words of `processors/classification/key-name-patterns.ts`, which does not export them; a test compares the two.
 * The classes are in falling order of sensitivity: the first that has a word of a key decides.
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
