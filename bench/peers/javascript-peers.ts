import { createRequire } from 'node:module'
import { defaultPolicy } from 'privity/policy'
import { createDetector, redactText } from 'privity/processors'
import { redactByNinePatterns } from './nine-patterns.ts'
import type { LoadPeer } from './peer.ts'

/** The packages are installed apart: nothing of the project may come to need them. */
const require = createRequire(new URL('packages/package.json', import.meta.url))

/** What the packages export, as far as it is used here. */
interface Redacting {
  redact(text: string): string
}
interface OpenRedaction {
  detect(text: string): Promise<{ readonly redacted: string }>
}
type Arcjet = { redact(text: string): Promise<readonly [string, unknown]> }
type LintSource = (
  input: object,
) => Promise<{ readonly messages: readonly { readonly range: readonly [number, number] }[] }>

/** What is always there. */
export const own = {
  privity: () => {
    const detect = createDetector(defaultPolicy.redaction)
    return (text) => redactText(text, detect(text), ({ type }) => `[${type}]`)
  },
  'nine regular expressions': () => redactByNinePatterns,
} as const satisfies Record<string, LoadPeer>

/** Packages of others by name, with the settings that they come with. */
export const packages: Readonly<Record<string, LoadPeer>> = {
  'redact-pii': () => {
    const { SyncRedactor } = require('redact-pii') as { SyncRedactor: new () => Redacting }
    const redactor = new SyncRedactor()
    return (text) => redactor.redact(text)
  },
  // takes addresses at example.com for examples, and leaves them
  openredaction: () => {
    const { OpenRedaction } = require('openredaction') as { OpenRedaction: new () => OpenRedaction }
    const redactor = new OpenRedaction()
    return async (text) => (await redactor.detect(text)).redacted
  },
  '@redactpii/node': () => {
    const { Redactor } = require('@redactpii/node') as { Redactor: new () => Redacting }
    const redactor = new Redactor()
    return (text) => redactor.redact(text)
  },
  '@arcjet/redact': async () => {
    const { redact } = (await import(require.resolve('@arcjet/redact'))) as Arcjet
    return async (text) => (await redact(text))[0]
  },
  secretlint: async () => {
    const { lintSource } = (await import(require.resolve('@secretlint/core'))) as { lintSource: LintSource }
    const preset = '@secretlint/secretlint-rule-preset-recommend'
    const { creator } = (await import(require.resolve(preset))) as { creator: unknown }
    const options = { config: { rules: [{ id: preset, rule: creator }] } }
    return async (text) => {
      const source = { filePath: '/text.txt', content: text, ext: '.txt', contentType: 'text' }
      const { messages } = await lintSource({ source, options })
      const ranges = messages.map(({ range }) => range).sort(([a], [b]) => b - a)
      return ranges.reduce((rest, [start, end]) => `${rest.slice(0, start)}***${rest.slice(end)}`, text)
    }
  },
}
