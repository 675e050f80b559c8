import type { EntityKind } from './entity-kind.ts'
import type { Random } from './random.ts'

const first = [
  'Anna',
  'Peter',
  'Maria',
  'James',
  'Claire',
  'Ahmed',
  'Yuki',
  'Olga',
  'Carlos',
  'Priya',
  'Sven',
  'Fatima',
  'Luca',
  'Zofia',
  'Kofi',
  'Mei',
]
const last = [
  'Schmidt',
  'Johnson',
  'García',
  'Dubois',
  'Rossi',
  'Kowalski',
  'Tanaka',
  'Okafor',
  'Lindqvist',
  'Sharma',
  'Novák',
  'van Dijk',
  'O’Brien',
  'Petrov',
]
const name = (random: Random): string => `${random.pick(first)} ${random.pick(last)}`

function address(random: Random): string {
  const number = 1 + random.below(180)
  return random.pick([
    `${number} ${random.pick(['Maple', 'Oak', 'Church', 'Victoria', 'Station', 'Elm'])} ${random.pick(['Street', 'Road', 'Avenue', 'Lane', 'Drive'])}, ${random.pick(['Springfield, IL 62704', 'Leeds LS1 4AP', 'Austin, TX 78701', 'Bristol BS8 1TH'])}`,
    `${random.pick(['Hauptstraße', 'Gartenweg', 'Bahnhofstr.', 'Lindenallee', 'Schulgasse'])} ${number}, ${random.pick(['10115 Berlin', '80331 München', '1010 Wien', '50667 Köln'])}`,
    `${number} ${random.pick(['rue de la Paix', 'avenue Victor Hugo', 'boulevard Voltaire', 'rue des Lilas'])}, ${random.pick(['75002 Paris', '69003 Lyon', '31000 Toulouse'])}`,
    `${random.pick(['Calle Mayor', 'Avenida de la Constitución', 'Calle de Alcalá'])} ${number}, ${random.pick(['28013 Madrid', '41001 Sevilla'])}`,
    `${random.pick(['Via Roma', 'Via Giuseppe Garibaldi', 'Corso Italia'])} ${number}, ${random.pick(['00184 Roma', '20121 Milano'])}`,
    `${random.pick(['Keizersgracht', 'Dorpsstraat', 'Marktplein'])} ${number}, ${random.pick(['1015 CJ Amsterdam', '3511 LX Utrecht'])}`,
  ])
}

export const peopleKinds: readonly EntityKind[] = [
  {
    type: 'person',
    write: name,
    called: ['name', 'full name', 'cardholder', 'patient', 'customer', 'Name', 'nom complet'],
    keys: ['fullName', 'customer_name', 'cardholder', 'displayName', 'patient_name'],
  },
  {
    type: 'person',
    write: (random) => random.pick(first),
    called: ['first name', 'Vorname', 'prénom', 'given name'],
    keys: ['firstName', 'first_name', 'vorname', 'givenName'],
  },
  {
    type: 'person',
    write: (random) => random.pick(last),
    called: ['last name', 'surname', 'Nachname', 'nom de famille'],
    keys: ['lastName', 'surname', 'family_name', 'nachname'],
  },
  {
    type: 'address',
    write: address,
    called: ['address', 'Adresse', 'shipping address', 'dirección', 'indirizzo'],
    keys: ['address', 'shipping_address', 'billingAddress', 'street_address'],
  },
  { type: 'address', write: address, keys: ['address', 'deliveryAddress', 'home_address'] },
]
