import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The packages of IAB that a process has loaded after `code`. */
function loadedBy(code: string): string[] {
  const index = fileURLToPath(new URL('./index.ts', import.meta.url))
  const policy = fileURLToPath(new URL('../../policy/parse-policy.ts', import.meta.url))
  const script = `
    const seen = new Set()
    require('node:module').registerHooks({ resolve: (name, context, next) => (seen.add(name), next(name, context)) })
    const run = async () => {
      const signals = await import(${JSON.stringify(index)})
      const { parsePolicy } = await import(${JSON.stringify(policy)})
      const policy = parsePolicy({ consent: { signals: { tcf: { purposes: { personalization: [1] } } } } })
      ${code}
      console.log(JSON.stringify([...seen].filter((name) => name.startsWith('@iab'))))
    }
    run()`
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))
}

describe('privity/consent/signals', () => {
  it('loads no decoder before there is a string to decode', () => {
    expect(loadedBy("signals.readGpc({ 'sec-gpc': '1' }); await signals.decodeTcf('', { policy })")).toEqual([])
  })

  it('loads the decoder of the string that comes, and no other', () => {
    const tc = 'CQSbk4AQSbk4ANwAAAENAwCgAAAAAAAAAAYgACPAAAAA.IDKQA4AAgAKAGQAygAAA.YAAAAAAAAAAA'
    expect(loadedBy(`await signals.decodeTcf('${tc}', { policy })`)).toEqual(['@iabtechlabtcf/core'])
    expect(loadedBy("await signals.decodeGpp('DBABBg~BAAAAABA', { policy })")).toEqual(['@iabgpp/cmpapi'])
  })
})
