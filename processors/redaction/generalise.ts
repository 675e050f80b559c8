import { ipNetwork } from './generalisers/ip-network.ts'
import { pathTemplate } from './generalisers/path-template.ts'
import { sqlTemplate } from './generalisers/sql-template.ts'
import { stackFrames } from './generalisers/stack-frames.ts'
import { timeHour } from './generalisers/time-hour.ts'
import { urlTemplate } from './generalisers/url-template.ts'
import { userAgentFamily } from './generalisers/user-agent-family.ts'

const ofText = {
  ip_network: ipNetwork,
  user_agent_family: userAgentFamily,
  url_template: urlTemplate,
  path_template: pathTemplate,
  sql_template: sqlTemplate,
  stack_frames: stackFrames,
} as const satisfies Record<string, (text: string) => string | undefined>

/** The ways to say less about a value: each gives what many people have in common. */
export type GeneraliserName = keyof typeof ofText | 'time_hour'

/** Longer texts are not read: the time that a generaliser takes has a limit, too. */
export const maxGeneralisedLength = 65_536

/**
 * A less revealing form of a value.
 *
 * @returns `undefined` where there is none: the caller removes the value
 * @example
 * generalise('ip_network', '192.0.2.17') // '192.0.2.0/24'
 * generalise('sql_template', "SELECT 1 FROM users WHERE email = 'bob@example.com'") // 'SELECT ? FROM users WHERE email = ?'
 */
export function generalise(action: GeneraliserName, value: unknown): unknown {
  if (action === 'time_hour') return timeHour(value)
  if (typeof value !== 'string' || value.length > maxGeneralisedLength) return undefined
  return ofText[action](value)
}
