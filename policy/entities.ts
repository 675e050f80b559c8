import type { DataClass } from './policy.ts'

/** A kind of thing that detection finds in content. Data only: the engine that finds them is `processors/redaction`. */
export interface EntityType {
  readonly type: string
  /** The class of the text that was found, whatever the class of the value around it. */
  readonly class: DataClass
  readonly title: string
}

/** The built-in entity types, which a policy names in `redaction.entities` and `redaction.actions`. */
export const entityTypes = [
  { type: 'email', class: 'identifier', title: 'E-mail address' },
  { type: 'phone', class: 'identifier', title: 'Telephone number' },
  { type: 'address', class: 'identifier', title: 'Postal address' },
  { type: 'iban', class: 'identifier', title: 'Bank account number (IBAN)' },
  { type: 'bank_account', class: 'identifier', title: 'Bank account or routing number, BIC' },
  { type: 'credit_card', class: 'sensitive', title: 'Payment card number' },
  { type: 'crypto_wallet', class: 'identifier', title: 'Address of a crypto wallet' },
  { type: 'tax_id', class: 'identifier', title: 'Tax or VAT number of a business' },
  {
    type: 'national_id',
    class: 'sensitive',
    title: 'National identification, tax, insurance or health number of a person',
  },
  { type: 'passport', class: 'sensitive', title: 'Number of a passport or an identity card' },
  { type: 'driving_licence', class: 'sensitive', title: 'Number of a driving licence' },
  { type: 'vin', class: 'identifier', title: 'Vehicle identification number' },
  { type: 'ip', class: 'identifier', title: 'IP address' },
  { type: 'mac', class: 'identifier', title: 'MAC address' },
  {
    type: 'device_id',
    class: 'identifier',
    title: 'Identifier of a device or a SIM (IMEI, IMSI, ICCID, advertising id)',
  },
  { type: 'coordinates', class: 'sensitive', title: 'Geographic coordinates' },
  { type: 'date_of_birth', class: 'identifier', title: 'Date of birth' },
  { type: 'secret', class: 'secret', title: 'Password, token, API key or private key' },
  { type: 'person', class: 'identifier', title: 'Name of a person' },
  { type: 'url_query', class: 'identifier', title: 'Value in the query string of a URL' },
] as const satisfies readonly EntityType[]

export type EntityTypeName = (typeof entityTypes)[number]['type']
