import type { Rule } from '../rule.ts'
import { ipv4 } from './ipv4.ts'
import { ipv6 } from './ipv6.ts'
import { mac, macField, macWithDashes } from './mac.ts'

/** What names a machine on a network. */
export const networkRules: readonly Rule[] = [ipv4, ipv6, mac, macWithDashes, macField]
