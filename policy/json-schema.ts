import { z } from 'zod'
import { policySchema } from './schema.ts'

/**
 * The JSON Schema (draft 2020-12) of the policy file, for editors that complete and check YAML. It knows the shape;
 * what the parts of a policy say to one another, only `parsePolicy` judges.
 */
export function policyJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(policySchema, { io: 'input' }),
    title: 'Privity policy',
  }
}
