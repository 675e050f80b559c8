import type { Answers } from '../consent.ts'
import type { Role } from './people.ts'

/** A made-up person, with what they would let slip in a ticket. Nobody here exists; domains and numbers are reserved. */
export interface SeedPerson {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly address: string
  readonly iban: string
  readonly card: string
  readonly answers: Answers
}

export interface SeedTenant {
  readonly name: string
  readonly people: readonly SeedPerson[]
}

/** All seeded accounts have it. A product for real people gives none to anybody. */
export const seedPassword = 'three-quiet-herons'

const all = answersWith('granted')
const none = answersWith('denied')
const some: Answers = { product_analytics: 'granted', personalization: 'granted', cross_company_insights: 'denied' }
const shared: Answers = { cross_company_insights: 'granted', resource_generation: 'granted', personalization: 'denied' }
const unasked: Answers = {}

export const seedTenants: readonly SeedTenant[] = [
  {
    name: 'Harbour Cycles',
    people: [
      person(1, 'agent', 'Maya Lindqvist', 'harbour-cycles.example', '4 Slipway Road, Whitcombe', all),
      person(2, 'agent', 'Tomasz Wierzba', 'harbour-cycles.example', '19 Ropewalk, Whitcombe', some),
      person(3, 'customer', 'Oluwaseun Adebayor', 'mail.example', '7 Larch Close, Penhallow', all),
      person(4, 'customer', 'Greta Sommerfeld', 'post.example', 'Amselweg 12, 99998 Birkenau', shared),
      person(5, 'customer', 'Ines Carvalhal', 'mail.example', 'Rua das Oliveiras 30, Vilarinho', none),
      person(6, 'customer', 'Duncan Farquharson', 'inbox.example', '2 Kirk Brae, Strathmoy', unasked),
    ],
  },
  {
    name: 'Linden Dental',
    people: [
      person(7, 'agent', 'Hanneke Verstraeten', 'linden-dental.example', 'Lindelaan 88, Oosterveld', some),
      person(8, 'agent', 'Rafael Quintanilha', 'linden-dental.example', 'Lindelaan 90, Oosterveld', none),
      person(9, 'customer', 'Siobhan Gallagher-Roe', 'inbox.example', '41 Quarry Lane, Ballyfenn', all),
      person(10, 'customer', 'Bartholomew Okonkwo', 'mail.example', '15 Mill Terrace, Aldersgrove', some),
      person(11, 'customer', 'Yuki Tanizaki', 'post.example', '3-8 Sakuragaoka, Minamino', unasked),
      person(12, 'customer', 'Annelise Thorvaldsen', 'mail.example', 'Fjellveien 6, 9998 Nordvik', none),
    ],
  },
  {
    name: 'Fjord Energy',
    people: [
      person(13, 'agent', 'Sunniva Aasgaard', 'fjord-energy.example', 'Havnegata 2, 9999 Sundfjord', all),
      person(14, 'agent', 'Emeka Nwachukwu', 'fjord-energy.example', 'Havnegata 5, 9999 Sundfjord', unasked),
      person(15, 'customer', 'Lucrezia Bentivoglio', 'inbox.example', 'Via dei Tigli 9, Montechiaro', shared),
      person(16, 'customer', 'Casimir Dobrowolski', 'post.example', 'ul. Brzozowa 21, Zalesie Dolne', all),
      person(17, 'customer', 'Philippa Ravenscroft', 'mail.example', '60 Beacon Hill, Oakhampton', some),
      person(18, 'customer', 'Jean-Baptiste Corvisart', 'mail.example', '11 rue des Tilleuls, Valombreuse', none),
    ],
  },
]

function person(
  index: number,
  role: Role,
  name: string,
  domain: string,
  address: string,
  answers: Answers,
): SeedPerson {
  const mailbox = name.toLowerCase().replace(/[^a-z]+/g, '.')
  return {
    role,
    name,
    email: `${mailbox}@${domain}`,
    phone: `+44 20 7946 0${String(100 + index * 7)}`, // Ofcom keeps 020 7946 0000 to 0999 free for drama
    address,
    iban: ibanOf(index),
    card: cardOf(index),
    answers,
  }
}

function answersWith(answer: 'granted' | 'denied'): Answers {
  const purposes = ['product_analytics', 'personalization', 'cross_company_insights', 'resource_generation']
  return Object.fromEntries(purposes.map((purpose) => [purpose, answer]))
}

/** A German account number at a bank code that no bank has, with correct check digits (ISO 13616). */
function ibanOf(index: number): string {
  const account = `00000000${String(4_200_000_000 + index * 7_654_321)}`
  const check = 98n - (BigInt(`${account}131400`) % 97n) // 1314 stands for DE
  return `DE${String(check).padStart(2, '0')}${account}`
}

/** A number in the range that card schemes use for tests, with a correct check digit (Luhn). */
function cardOf(index: number): string {
  const digits = `41111111${String(1_000_000 + index * 13_579)}`
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
