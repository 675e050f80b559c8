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
  { type: 'iban', class: 'identifier', title: 'Bank account number (IBAN)' },
  { type: 'credit_card', class: 'sensitive', title: 'Payment card number' },
  { type: 'national_id', class: 'sensitive', title: 'National identification or tax number' },
  { type: 'ip', class: 'identifier', title: 'IP address' },
  { type: 'mac', class: 'identifier', title: 'MAC address' },
  { type: 'secret', class: 'secret', title: 'Password, token, API key or private key' },
  { type: 'person', class: 'identifier', title: 'Name of a person' },
  { type: 'url_query', class: 'identifier', title: 'Value in the query string of a URL' },
] as const satisfies readonly EntityType[]

export type EntityTypeName = (typeof entityTypes)[number]['type']
