import type { RuleExamples } from '../rule-examples.ts'

const hex32 = '0123456789abcdef'.repeat(2)
const mixed = 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ'
const mixed64 = mixed + mixed

/** Made of parts, so that no text that looks like a key stands in a file. */
export const examples: Readonly<Record<string, RuleExamples>> = {
  azure_key: {
    found: ['⟦abc8Q~abcdefghijklmnopqrstuvwxyz01234567⟧', 'secret ⟦x.y7Q~abcdefghijklmnopqrstuvwxyz_-.45678⟧,'],
    notFound: ['FAQ~', 'abcxQ~abcdefghijklmnopqrstuvwxyz01234567', 'abc8Q~short'],
  },
  telegram_key: {
    found: [`⟦123456789:AA${mixed}x⟧`, `bot⟦123456789:AA${mixed}_⟧/getMe`.replace('bot⟦', 'bot/⟦')],
    notFound: ['00:AA:11:22:33:44', `12:AA${mixed}x`, 'ratio 123456789:AAB'],
  },
  mailchimp_key: {
    found: [`⟦${hex32}-us12⟧`, `key ⟦${hex32}-us6⟧.`],
    notFound: ['en-us12', `${hex32}-us-east-1`, `${hex32}0-us12`],
  },
  terraform_key: {
    found: [`⟦eX0aM1pL2eK3eY.atlasv1.${mixed64}abc⟧`, `"⟦eX0aM1pL2eK3eY.atlasv1.${mixed64}_-z⟧"`],
    notFound: ['module.atlasv1.name', `short.atlasv1.${mixed64}abc`],
  },
  new_relic_licence_key: {
    found: [`⟦${hex32}FFFFNRAL⟧`, `licence ⟦eu01xx${hex32.slice(0, 26)}FFFFNRAL⟧,`],
    notFound: ['FFFFNRAL', `${hex32}NRAL`, `${hex32}FFFFNRALS`],
  },
  maxmind_key: {
    found: [`⟦eX0aM1_${mixed.slice(0, 29)}_mmk⟧`, `with ⟦abc123_${mixed.slice(0, 29)}_mmk⟧.`],
    notFound: ['some_mmk', `eX0aM1_${mixed.slice(0, 20)}_mmk`],
  },
  stripe_client_secret_key: {
    found: [
      `⟦pi_${mixed.slice(0, 24)}_secret_${mixed.slice(0, 25)}⟧`,
      `"⟦seti_${mixed.slice(0, 24)}_secret_${mixed.slice(0, 25)}⟧"`,
    ],
    notFound: ['client_secret_basic', `my_secret_${mixed.slice(0, 25)}`],
  },
  salesforce_session_key: {
    found: [`⟦00D5g000004TCPx!AQ${mixed64}${mixed}⟧`, `sid ⟦00D5g000004TCPxEAK!AQ${mixed64}${mixed}⟧;`],
    notFound: ['Hello!A', `0055g000004TCPx!AQ${mixed64}${mixed}`],
  },
}
