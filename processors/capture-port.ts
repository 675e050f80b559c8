import { context } from '@opentelemetry/api'
import type { DataClass } from '../policy/policy.ts'
import type { Guard } from './guard.ts'

/**
 * The one question that instrumentations ask the guard before they read anything: may data of this class be carried, by
 * any flow, in the present context? Without a guard: only what is technical.
 */
export function mayCarry(dataClass: DataClass, active = context.active()): boolean {
  if (guard === undefined) return dataClass === 'technical'
  return guard.mayCarry(dataClass, active)
}

/** Called once, by whoever starts the SDK. */
export function provideGuard(present: Guard | undefined): void {
  guard = present
}

let guard: Guard | undefined
