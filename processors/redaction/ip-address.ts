import { createRequire } from 'node:module'
import type ipaddr from 'ipaddr.js'

/** Loaded with the first text that may hold an address: whoever starts the hook should not wait for it. */
let loaded: typeof ipaddr | undefined

export function ipAddress(): typeof ipaddr {
  loaded ??= createRequire(import.meta.url)('ipaddr.js') as typeof ipaddr
  return loaded
}
