import { readFileSync } from 'node:fs'
import { ATTRIBUTE_METADATA } from '@sentry/conventions'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse-policy.ts'
import { dataClasses } from '../policy/policy.ts'
import { createClassifier } from '../processors/classification/classify.ts'
import { lowerThanSentry } from './classification-rules.ts'
import { conventionAttributes, generateClassification, tablePath } from './generate-classification.ts'

const classify = createClassifier(parsePolicy({}))

describe('the table of data classes', () => {
  it('is what the rules and the conventions give', () => {
    expect(readFileSync(tablePath, 'utf8'), 'run: node scripts/generate-classification.ts').toBe(
      generateClassification(),
    )
  })

  it('has a class for every attribute of the semantic conventions', () => {
    const { keys, templates } = conventionAttributes()
    expect(keys.length + templates.length).toBeGreaterThan(950)
    expect(keys.filter((key) => classify(key).rule !== `semconv: ${key}`)).toEqual([])
    // the name behind a template can only raise the class, and this one says nothing
    expect(templates.filter((template) => !classify(`${template}zzz`).rule.startsWith('semconv: '))).toEqual([])
  })

  it('holds nothing that Sentry scrubs by default for less than content, but for the named exceptions', () => {
    const lower = Object.entries(ATTRIBUTE_METADATA)
      .filter(([, { applyScrubbing }]) => applyScrubbing.key === 'auto')
      .map(([key]) => key.replaceAll('<key>', 'zzz'))
      .filter((key) => {
        const { class: dataClass } = classify(key)
        return dataClass !== 'unclassified' && dataClasses.indexOf(dataClass) < dataClasses.indexOf('content')
      })
    expect(lower).toEqual(Object.keys(lowerThanSentry))
  })

  it('stays small enough to load in no time', () => {
    expect(readFileSync(tablePath).length).toBeLessThan(48_000)
  })
})
