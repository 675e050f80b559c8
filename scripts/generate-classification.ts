import { readFileSync, writeFileSync } from 'node:fs'
import * as conventions from '@opentelemetry/semantic-conventions/incubating'
import { ATTRIBUTE_METADATA } from '@sentry/conventions'
import { type DataClass, dataClasses } from '../policy/policy.ts'
import { beyondConventions, generalisations, lowerThanSentry, rules } from './classification-rules.ts'

/**
 * Writes the table of data classes from the reviewed rules. Run it after every change of the rules, and after every
 * new version of the conventions: it stops at an attribute that no rule knows.
 *
 *     node scripts/generate-classification.ts
 */
export const tablePath = new URL('../processors/classification/semantic-conventions.generated.ts', import.meta.url)

/** All attributes that the conventions export: plain keys, and templates (`http.request.header.`) whose end is free. */
export function conventionAttributes(): { readonly keys: readonly string[]; readonly templates: readonly string[] } {
  const keys = new Set<string>()
  const templates = new Set<string>()
  for (const [name, value] of Object.entries(conventions)) {
    if (!name.startsWith('ATTR_')) continue
    if (typeof value === 'string') keys.add(value)
    else if (typeof value === 'function') templates.add((value as (key: string) => string)(''))
  }
  return { keys: [...keys].sort(), templates: [...templates].sort() }
}

/** The source text of the table. @throws Error naming every attribute without a rule, and every rule without effect */
export function generateClassification(): string {
  const { keys, templates } = conventionAttributes()
  const classify = compileRules()
  const table = new Map<string, DataClass>()
  const problems: string[] = []
  for (const key of keys) {
    const dataClass = classify(key)
    if (dataClass === undefined) problems.push(`${key}: no rule`)
    else table.set(key, dataClass)
  }
  const templateTable = new Map<string, DataClass>()
  for (const template of templates) {
    const dataClass = classify(template)
    if (dataClass === undefined) problems.push(`${template}<key>: no rule`)
    else templateTable.set(template, dataClass)
  }
  for (const [, pattern] of entries(rules)) {
    const reaches = pattern.endsWith('*')
      ? [...keys, ...templates].some((key) => key.startsWith(pattern.slice(0, -1)))
      : keys.includes(pattern)
    if (!reaches) problems.push(`${pattern}: a rule for nothing`)
  }
  for (const [dataClass, key] of entries(beyondConventions)) {
    if (table.has(key)) problems.push(`${key}: listed beyond the conventions, but known already`)
    table.set(key, dataClass)
  }
  seedFromSentry(table, templateTable, problems)
  for (const [, , list] of generalisations) {
    for (const key of words(list)) if (!table.has(key)) problems.push(`${key}: made general, but not classified`)
  }
  if (problems.length > 0) throw new Error(`The rules of classification have gaps:\n  ${problems.join('\n  ')}`)
  return render(table, templateTable)
}

function compileRules(): (key: string) => DataClass | undefined {
  const exact = new Map<string, DataClass>()
  const prefixes: [string, DataClass][] = []
  for (const [dataClass, pattern] of entries(rules)) {
    if (pattern.endsWith('*')) prefixes.push([pattern.slice(0, -1), dataClass])
    else exact.set(pattern, dataClass)
  }
  prefixes.sort(([a], [b]) => b.length - a.length)
  return (key) => exact.get(key) ?? prefixes.find(([prefix]) => key.startsWith(prefix))?.[1]
}

/** What Sentry scrubs by default is content at least; its own keys that it never scrubs are technical. */
function seedFromSentry(table: Map<string, DataClass>, templates: Map<string, DataClass>, problems: string[]): void {
  for (const [key, { applyScrubbing }] of Object.entries(ATTRIBUTE_METADATA)) {
    const template = key.indexOf('<key>')
    if (applyScrubbing.key === 'auto') {
      const name = template === -1 ? key : key.slice(0, template)
      // a template with more after the key, or with nothing of its own before it, fits too much
      if (template !== -1 && (!key.endsWith('<key>') || !name.includes('.'))) continue
      const into = template === -1 ? table : templates
      const present = into.get(name)
      if (present === undefined) into.set(name, 'content')
      else if (isBelowContent(present) && !Object.hasOwn(lowerThanSentry, key)) {
        problems.push(`${key}: ${present} here, scrubbed by Sentry`)
      }
    } else if (applyScrubbing.key === 'never' && key.startsWith('sentry.') && template === -1 && !table.has(key)) {
      table.set(key, 'technical')
    }
  }
}

function isBelowContent(dataClass: DataClass): boolean {
  return dataClasses.indexOf(dataClass) < dataClasses.indexOf('content')
}

function entries(lists: Readonly<Record<DataClass, string>>): [DataClass, string][] {
  return dataClasses.flatMap((dataClass) => words(lists[dataClass]).map((key): [DataClass, string] => [dataClass, key]))
}

function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '')
}

function render(table: ReadonlyMap<string, DataClass>, templates: ReadonlyMap<string, DataClass>): string {
  const byClass = (map: ReadonlyMap<string, DataClass>): string =>
    dataClasses
      .map((dataClass) => {
        const keys = [...map].filter(([, other]) => other === dataClass).map(([key]) => key)
        return `    ${dataClass}: ${quote(keys.sort().join(' '))},`
      })
      .join('\n')
  const general = generalisations
    .map(([action, dataClass, keys]) => `    ['${action}', '${dataClass}', ${quote(words(keys).sort().join(' '))}],`)
    .join('\n')
  const version = (name: string): string =>
    (
      JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
        version: string
      }
    ).version
  return `// Generated by scripts/generate-classification.ts from scripts/classification-rules.ts. Do not edit.
//
// Keys: @opentelemetry/semantic-conventions ${version('@opentelemetry/semantic-conventions')} (Apache-2.0), and attributes that OpenTelemetry's
// instrumentations and common frameworks set beyond it. What @sentry/conventions ${version('@sentry/conventions')} (MIT License,
// Copyright (c) Functional Software, Inc. dba Sentry) scrubs by default is content at least.
import type { DataClass } from '../../policy/policy.ts'
import type { GeneraliserName } from '../redaction/generalise.ts'

/** Keys by class, with spaces between them; read by \`createClassifier\`. */
export const conventions: {
  readonly keys: Readonly<Record<DataClass, string>>
  /** Beginnings of keys whose end is free. */
  readonly templates: Readonly<Record<DataClass, string>>
  /** How the values under some keys are made general, and the class that they then have. */
  readonly generalise: readonly (readonly [GeneraliserName, DataClass, string])[]
} = {
  keys: {
${byClass(table)}
  },
  templates: {
${byClass(templates)}
  },
  generalise: [
${general}
  ],
}
`
}

function quote(text: string): string {
  return `'${text}'`
}

if (process.argv[1] !== undefined && import.meta.url === new URL(process.argv[1], 'file:').href) {
  writeFileSync(tablePath, generateClassification())
}
