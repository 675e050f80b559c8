import type { Rule } from '../rule.ts'
import { email } from './email.ts'
import { phone } from './phone.ts'

/** What reaches a person. */
export const contactRules: readonly Rule[] = [email, phone]
