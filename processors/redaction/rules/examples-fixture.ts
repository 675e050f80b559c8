import { globSync } from 'node:fs'
import type { RuleExamples } from './rule-examples.ts'

const folder = new URL('./', import.meta.url)
const files = globSync('**/*.examples.ts', { cwd: folder }).sort()
const modules = await Promise.all(
  files.map(async (file) => (await import(new URL(file, folder).href)) as { examples: Record<string, RuleExamples> }),
)

/** By the name of the rule. */
export const allExamples: Readonly<Record<string, RuleExamples>> = Object.assign(
  {},
  ...modules.map(({ examples }) => examples),
)
