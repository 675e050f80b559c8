import { createRequire } from 'node:module'
import { defaultPolicy } from 'privity/policy'
import { createDetector, redactText } from 'privity/processors'
import { redactByNinePatterns } from './nine-patterns.ts'
import type { LoadPeer } from './peer.ts'

/** The peers have packages of their own: nothing of the project may come to need them. */
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

/** By name, in the order of the tables. */
export const javascriptPeers: Readonly<Record<string, LoadPeer>> = {
  privity: () => {
    const detect = createDetector(defaultPolicy.redaction)
    return { name: 'privity', redact: (text) => redactText(text, detect(text), ({ type }) => `[${type}]`) }
  },
  'nine regular expressions': () => ({ name: 'nine regular expressions', redact: redactByNinePatterns }),
  'redact-pii': () => {
    const { SyncRedactor } = require('redact-pii') as { SyncRedactor: new () => Redacting }
    const redactor = new SyncRedactor()
    return { name: 'redact-pii', redact: (text) => redactor.redact(text) }
  },
  openredaction: () => {
    const { OpenRedaction } = require('openredaction') as { OpenRedaction: new () => OpenRedaction }
    const redactor = new OpenRedaction()
    return { name: 'openredaction', redact: async (text) => (await redactor.detect(text)).redacted }
  },
  '@redactpii/node': () => {
    const { Redactor } = require('@redactpii/node') as { Redactor: new () => Redacting }
    const redactor = new Redactor()
    return { name: '@redactpii/node', redact: (text) => redactor.redact(text) }
  },
  '@arcjet/redact': async () => {
    const { redact } = (await import(require.resolve('@arcjet/redact'))) as Arcjet
    return { name: '@arcjet/redact', redact: async (text) => (await redact(text))[0] }
  },
  secretlint: async () => {
    const { lintSource } = (await import(require.resolve('@secretlint/core'))) as { lintSource: LintSource }
    const preset = '@secretlint/secretlint-rule-preset-recommend'
    const { creator } = (await import(require.resolve(preset))) as { creator: unknown }
    const options = { config: { rules: [{ id: preset, rule: creator }] } }
    return {
      name: 'secretlint',
      async redact(text) {
        const source = { filePath: '/text.txt', content: text, ext: '.txt', contentType: 'text' }
        const { messages } = await lintSource({ source, options })
        const ranges = messages.map(({ range }) => range).sort(([a], [b]) => b - a)
        return ranges.reduce((rest, [start, end]) => `${rest.slice(0, start)}***${rest.slice(end)}`, text)
      },
    }
  },
}
