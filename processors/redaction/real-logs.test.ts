import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../policy/entities.ts'
import { createDetector } from './create-detector.ts'

const folder = new URL('../../../shared/data/loghub-2k/', import.meta.url)
const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })

describe('real logs of eight systems', () => {
  it.skipIf(!existsSync(folder))('hold IP addresses, and next to nothing else that is found', () => {
    const logs = globSync('*_2k.log', { cwd: folder })
    expect(logs.length).toBeGreaterThan(0)
    const lines = logs.flatMap((log) => readFileSync(new URL(log, folder), 'utf8').split('\n'))
    const entities = lines.flatMap((line) => detect(line).map(({ type }) => type))
    expect(entities.filter((type) => type === 'ip').length).toBeGreaterThan(2_000)
    // user names, an e-mail address and values of query strings, all of them rightly found
    expect(entities.filter((type) => type !== 'ip').length).toBeLessThanOrEqual(lines.length / 1_000)
    expect(entities).not.toContain('credit_card')
    expect(entities).not.toContain('phone')
    expect(entities).not.toContain('national_id')
    expect(entities).not.toContain('secret')
  })
})
