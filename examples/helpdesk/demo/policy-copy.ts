import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePolicy } from 'privity/policy'
import { parseDocument } from 'yaml'

const source = new URL('../privity.policy.yaml', import.meta.url)

export interface PolicyCopy {
  readonly file: string
  readonly flows: readonly { readonly name: string; readonly form: string }[]
  /** Takes over what has changed in the help desk's own policy. */
  refresh(): void
  remove(): void
}

/**
 * The policy of the help desk with one change: each flow goes to its own path of `receiver`, on whatever port that
 * listens. In the file itself they all go to the usual port of a Collector.
 */
export function copyPolicy(receiver: string): PolicyCopy {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-policy-'))
  const file = join(folder, 'privity.policy.yaml')
  const write = () => {
    const text = readFileSync(source, 'utf8')
    const flows = Object.values(parsePolicy(text).flows)
    const document = parseDocument(text)
    for (const { name } of flows) document.setIn(['flows', name, 'to', 'otlp', 'endpoint'], `${receiver}/${name}`)
    writeFileSync(file, document.toString())
    return flows
  }
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return { file, flows: write().map(({ name, form }) => ({ name, form })), refresh: write, remove }
}
