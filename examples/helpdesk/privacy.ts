import type { NextFunction, Request, Response } from 'express'
import type { Grants } from './data/grants.ts'
import type { Person } from './data/people.ts'

export const consentPurposes = [
  { name: 'product_analytics', title: 'Better product', description: 'x' },
  { name: 'personalization', title: 'x', description: 'x' },
] as const

export function grantsChanged(_person: Person, _answers: Grants): void {}
export function bindSubjects(_request: Request, _response: Response, next: NextFunction): void {
  next()
}
