import type { SeedPerson } from './seed-people.ts'

/** Makes the free text of a ticket: as people write it, with far more about themselves than anybody asked for. */
export interface TicketDraft {
  readonly subject: string
  readonly body: string
  readonly tags: readonly string[]
}

export const drafts: readonly ((person: SeedPerson) => TicketDraft)[] = [
  (p) => ({
    subject: 'Charged twice for my last order',
    body: `Hello,\nmy card ${p.card} was charged twice on Monday. Please refund one of them to ${p.iban}.\n${p.name}`,
    tags: ['billing'],
  }),
  (p) => ({
    subject: `Change of address for ${p.name}`,
    body: `We moved last week. From now on please send everything to ${p.address}. Call me at ${p.phone} if unclear.`,
    tags: ['account'],
  }),
  (p) => ({
    subject: 'I cannot sign in any more',
    body: `The page says that my password is wrong. My address is ${p.email}. Can you send the link again?`,
    tags: ['access'],
  }),
  (p) => ({
    subject: 'Appointment on Thursday',
    body: `I have to move my appointment: I am 14 weeks pregnant and the doctor wants to see me. Reach me at ${p.phone}.`,
    tags: ['appointment'],
  }),
  (p) => ({
    subject: `Invoice missing, please send to ${p.email}`,
    body: 'The invoice for October has not come. My accountant needs it by Friday.',
    tags: ['billing'],
  }),
  (p) => ({
    subject: 'The export stops half-way',
    body: `Since the update the export ends with error 502 after about a minute. I tried three browsers.\n\n${p.name}\n${p.phone}`,
    tags: ['export', 'bug'],
  }),
  (p) => ({
    subject: 'Delivery went to the neighbour',
    body: `The parcel was left at the wrong door again. I live at ${p.address}, second floor, the bell says ${p.name}.`,
    tags: ['delivery'],
  }),
  (p) => ({
    subject: 'Please close the account of my late father',
    body: `He passed away in August. I am the heir. The rest of the money goes to ${p.iban}, in the name of ${p.name}.`,
    tags: ['account'],
  }),
]

export const answers: readonly ((person: SeedPerson) => string)[] = [
  (p) => `Dear ${p.name}, thank you for writing. We look into it and answer by tomorrow.`,
  (p) => `I have sent a confirmation to ${p.email}. Please tell us if it does not arrive.`,
  () => 'This should work again. Could you try once more?',
  (p) => `Could we call you at ${p.phone} this afternoon?`,
]

export const notes: readonly ((person: SeedPerson) => string)[] = [
  (p) => `${p.name} called twice about this today and was rather upset.`,
  (p) => `Checked the payment on ${p.card}: the bank booked it twice. Refund approved.`,
  () => 'Same as the two tickets of last week. Probably the update.',
]

/** What customers and agents look for. Some look for people. */
export const searches: readonly ((person: SeedPerson) => string)[] = [
  () => 'refund',
  () => 'export error',
  () => 'invoice october',
  () => 'change address',
  (p) => p.name,
  (p) => p.email,
  (p) => p.iban,
]

export const seedArticles = [
  {
    title: 'How refunds work',
    body: 'We send money back the way it came, within five working days. If it was charged twice, you need not do anything: tell us the date and the amount.',
    published: true,
  },
  {
    title: 'Signing in again after a lock-out',
    body: 'After ten wrong passwords an account rests for a quarter of an hour. Then try again, or ask us for a new link.',
    published: true,
  },
  {
    title: 'Changing your address',
    body: 'Write us a ticket with the new address and the day from which it counts. Parcels that are on their way still go to the old one.',
    published: true,
  },
  {
    title: 'When the export stops',
    body: 'Large exports can take minutes. If yours ends with an error, choose a shorter period, or tell us the time at which it happened.',
    published: true,
  },
  {
    title: 'Closing an account for somebody else',
    body: 'Draft. Which papers do we ask heirs for?',
    published: false,
  },
]
